package dev.bulkhead.ui.wizard;

import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.wizard.run.PhaseRow;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** View of the phases of a plan before it is carried out: what each does, and the gates it has to pass. */
final class PhasePlan extends VBox {

    PhasePlan(List<PhaseRow> phases) {
        setId("review-phases");
        getStyleClass().add("bh-row-list");
        getChildren()
                .add(Nodes.wrapped(
                        phases.stream().allMatch(PhaseRow::alone)
                                ? Words.of("phaseplan.that-phase-alone-is-taken")
                                : Words.of("phaseplan.the-run-stops-there-and"),
                        "bh-phase-lead"));
        phases.forEach(phase -> getChildren().add(row(phase)));
    }

    private static Node row(PhaseRow phase) {
        VBox words = new VBox(Nodes.wrapped(phase.title(), "bh-check-title"));
        words.setMinWidth(0);
        gates(phase, true, words);
        phase.work().forEach(work -> words.getChildren().add(Nodes.wrapped(work, "bh-muted")));
        gates(phase, false, words);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label steps = Nodes.label(phase.range(), "bh-muted");
        steps.setMinWidth(Region.USE_PREF_SIZE);
        long seconds = phase.interruption().toSeconds();
        Label time = Nodes.label(
                seconds == 0 ? Words.of("phaseplan.no-interruption") : Words.of("phaseplan.about-s", seconds),
                "bh-mono",
                "bh-muted");
        time.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = Nodes.row(
                "bh-list-row", Nodes.label(Integer.toString(phase.number()), "bh-row-number"), words, steps, time);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static void gates(PhaseRow phase, boolean opens, VBox into) {
        String words = phase.gates().stream()
                .filter(gate -> gate.opens() == opens)
                .map(PhaseRow.Gate::words)
                .collect(Collectors.joining(", "));
        if (!words.isEmpty()) {
            Label line = Nodes.wrapped(
                    opens ? Words.of("phaseplan.before", words) : Words.of("phaseplan.after", words), "bh-phase-gate");
            line.setGraphic(Glyph.GATE.icon());
            into.getChildren().add(line);
        }
    }
}
