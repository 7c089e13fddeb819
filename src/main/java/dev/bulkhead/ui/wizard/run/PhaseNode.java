package dev.bulkhead.ui.wizard.run;

import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Node of a phase: whether it is passed, running or waiting, and its gates while it runs. */
public final class PhaseNode extends VBox {

    private final PhaseRow row;
    private final FontIcon sign = Glyph.WAITING.icon();
    private final Label standing = Nodes.label("", "bh-mono", "bh-muted");
    private final VBox gates = Nodes.column("bh-phase-gates");

    /** Shows it. */
    PhaseNode(PhaseRow row) {
        this.row = row;
        setId("phase-" + row.number());
        Label title = Nodes.wrapped(row.number() + "  " + row.title(), "bh-phase-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        standing.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = Nodes.row("bh-phase-head", sign, title, standing);
        head.setAlignment(Pos.TOP_LEFT);
        List<Label> lines = new ArrayList<>();
        for (PhaseRow.Gate gate : row.gates()) {
            Label line = Nodes.wrapped(gate.words(), "bh-phase-gate");
            line.setTooltip(new Tooltip(
                    gate.opens()
                            ? Words.of("phasenode.before-anything-is-done", gate.words())
                            : Words.of("phasenode.at-its-end", gate.words())));
            lines.add(line);
            gate.step()
                    .progressProperty()
                    .subscribe(now -> line.setGraphic(glyph(now).icon()));
        }
        gates.getChildren().setAll(lines);
        getChildren().addAll(head, gates);
        row.steps().forEach(step -> step.progressProperty().addListener((property, old, now) -> render()));
        render();
    }

    /** Returns the line above the steps of a phase. */
    public static Label heading(PhaseRow phase) {
        return Nodes.wrapped(Words.of("phasenode.phase", phase.number(), phase.title()), "bh-phase-heading");
    }

    private void render() {
        StepRow.Progress now = row.progressProperty().get();
        sign.setIconCode(glyph(now).ikon());
        standing.setText(row.standing());
        getStyleClass().setAll("bh-phase", Nodes.styleClass(now));
        Nodes.present(
                gates, !row.gates().isEmpty() && (now == StepRow.Progress.RUNNING || now == StepRow.Progress.FAILED));
        setAccessibleText(Words.of("phasenode.phase-2", row.number(), row.title(), row.standing()));
    }

    private static Glyph glyph(StepRow.Progress progress) {
        return switch (progress) {
            case WAITING -> Glyph.WAITING;
            case RUNNING -> Glyph.RUNNING;
            case DONE -> Glyph.DONE;
            case FAILED -> Glyph.FAILED;
            case UNDONE -> Glyph.ROLL_BACK;
        };
    }
}
