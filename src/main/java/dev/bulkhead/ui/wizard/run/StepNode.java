package dev.bulkhead.ui.wizard.run;

import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Row of an operation with how far it is. */
public final class StepNode extends HBox {

    private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("looked-at");

    private final StepRow row;
    private final FontIcon sign = Glyph.WAITING.icon();
    private final Label outcome = Nodes.label("", "bh-muted");

    /** Shows it, and marks it while it is the one looked at. */
    public StepNode(StepRow row, RunViewModel run) {
        this.row = row;
        setAlignment(Pos.CENTER_LEFT);
        Label subject = Nodes.label(row.step().operation().subject(), "bh-step-subject");
        subject.setMinWidth(210);
        subject.setPrefWidth(210);
        subject.setTooltip(new Tooltip(row.step().operation().subject()));
        Label action = Nodes.label(row.step().operation().action(), "bh-muted");
        action.setMinWidth(0);
        action.setMaxWidth(Double.MAX_VALUE);
        action.setPrefWidth(300);
        action.setTooltip(
                new Tooltip(row.step().operation().action() + "\n" + row.step().cause()));
        HBox.setHgrow(action, Priority.ALWAYS);
        outcome.textProperty().bind(row.outcomeProperty());
        outcome.setMinWidth(0);
        outcome.setMaxWidth(420);
        Label took = Nodes.label("", "bh-mono", "bh-muted");
        took.textProperty().bind(row.tookProperty());
        took.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(sign, subject, action, outcome, took);
        setOnMouseClicked(event -> run.lookAt(Optional.of(row)));
        run.lookedAtProperty().subscribe(looked -> pseudoClassStateChanged(LOOKED_AT, looked.equals(Optional.of(row))));
        row.progressProperty().addListener((property, old, now) -> render());
        render();
    }

    private void render() {
        StepRow.Progress progress = row.progressProperty().get();
        sign.setIconCode(
                switch (progress) {
                    case WAITING -> Glyph.WAITING.ikon();
                    case RUNNING -> Glyph.RUNNING.ikon();
                    case DONE -> Glyph.DONE.ikon();
                    case FAILED -> Glyph.FAILED.ikon();
                    case UNDONE -> Glyph.ROLL_BACK.ikon();
                });
        String word = switch (progress) {
            case WAITING -> Words.of("stepnode.waiting");
            case RUNNING -> Words.of("stepnode.running");
            case DONE -> Words.of("stepnode.done");
            case FAILED -> Words.of("stepnode.failed");
            case UNDONE -> Words.of("stepnode.undone");
        };
        getStyleClass().setAll("bh-list-row", "bh-step", Nodes.styleClass(progress));
        setAccessibleText(row.step().operation().subject() + ": " + word);
    }
}
