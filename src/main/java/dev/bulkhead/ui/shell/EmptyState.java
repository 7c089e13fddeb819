package dev.bulkhead.ui.shell;

import dev.bulkhead.ui.model.Subscriptions;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.shell.project.ProjectFlow;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Page of the window while no project is open. */
final class EmptyState extends VBox {

    EmptyState(ProjectFlow flow, CommandControls controls, Subscriptions subscriptions) {
        getStyleClass().add("bh-empty-state");
        setAlignment(Pos.CENTER);
        FontIcon anchor = Glyph.ANCHOR.icon();
        anchor.getStyleClass().add("bh-empty-icon");
        Button open = controls.button(Command.OPEN);
        open.getStyleClass().add("accent");
        VBox choices = Nodes.column(
                "bh-empty-choices",
                Nodes.label("Open a Compose project", "bh-empty-title"),
                Nodes.wrapped("A directory with a compose file, or the file itself. Opening never writes.", "bh-muted"),
                open,
                controls.button(Command.OPEN_SAMPLE));
        choices.setAlignment(Pos.CENTER);
        ProgressIndicator waiting = new ProgressIndicator();
        waiting.setMaxSize(32, 32);
        VBox reading = Nodes.column("bh-empty-choices", waiting, Nodes.label("Reading the project…", "bh-muted"));
        reading.setAlignment(Pos.CENTER);
        getChildren().addAll(anchor, choices, reading);
        subscriptions.follow(flow.openingProperty(), opening -> {
            Nodes.present(choices, !opening);
            Nodes.present(reading, opening);
        });
    }
}
