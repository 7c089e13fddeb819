package dev.bulkhead.ui.shell.banner;

import dev.bulkhead.ui.model.Subscriptions;
import dev.bulkhead.ui.shell.project.ProjectFlow;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Banner with one sentence why a project could not be read; the work that is open stays. */
public final class TroubleBanner extends HBox {

    public TroubleBanner(ProjectFlow flow, Subscriptions subscriptions) {
        setId("trouble-banner");
        getStyleClass().addAll("bh-banner", "bh-danger");
        setAlignment(Pos.CENTER_LEFT);
        Label words = Nodes.wrapped("");
        words.setGraphic(Glyph.ERROR.icon());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button close = new Button("", Glyph.CLOSE.icon());
        close.getStyleClass().addAll("button-icon", "flat");
        close.setAccessibleText("Dismiss");
        close.setOnAction(event -> flow.tell(""));
        getChildren().addAll(words, close);
        subscriptions.follow(flow.troubleProperty(), trouble -> {
            words.setText(trouble);
            Nodes.present(this, !trouble.isEmpty());
        });
    }
}
