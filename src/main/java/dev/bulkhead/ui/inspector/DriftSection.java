package dev.bulkhead.ui.inspector;

import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Section of the inspector on how the engine is not what the files say, with both ways to bring them together. */
final class DriftSection {

    private final InspectorActions actions;

    DriftSection(InspectorActions actions) {
        this.actions = actions;
    }

    /**
     * Returns the section.
     *
     * @param adopt the edit that adopts a difference, where there is one
     */
    List<Node> of(List<Drift> found, Function<Drift, Optional<TopologyEdit>> adopt) {
        if (found.isEmpty()) {
            return List.of();
        }
        VBox box = Nodes.column("bh-drift");
        box.setId("drift-section");
        for (Drift drift : found) {
            box.getChildren().add(Nodes.wrapped(drift.sentence(), "bh-drift-words"));
            adopt.apply(drift).ifPresent(edit -> {
                Button button = new Button(Words.of("driftsection.adopt-into-the-files"));
                button.getStyleClass().addAll("small", "bh-drift-adopt");
                button.setOnAction(event -> actions.apply(edit));
                box.getChildren().add(button);
            });
        }
        Button back = new Button(Words.of("driftsection.bring-the-engine-to-the"), Glyph.PLAY.icon());
        back.setId("drift-bring-back");
        back.getStyleClass().addAll("small");
        back.setOnAction(event -> actions.applyFiles());
        box.getChildren().add(new FlowPane(back));
        return List.of(Nodes.heading(Words.of("driftsection.engine-differs")), box);
    }
}
