package dev.bulkhead.ui.wizard.run;

import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.theme.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Node of a service with its live state. */
public final class ChipNode extends VBox {

    private final ServiceChip chip;
    private final Region dot = Nodes.dot();
    private final Label words = Nodes.label("", "bh-muted", "bh-chip-words");

    /** Shows it. */
    public ChipNode(ServiceChip chip) {
        this.chip = chip;
        getStyleClass().add("bh-service-chip");
        HBox head = Nodes.row("bh-chip-head", Nodes.label(chip.service(), "bh-chip-name"), Nodes.spring(), dot);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, words);
        chip.stateProperty().addListener((property, old, now) -> render());
        chip.currentProperty().addListener((property, old, now) -> render());
        render();
    }

    private void render() {
        ServiceState state = chip.stateProperty().get();
        dot.getStyleClass().setAll("bh-dot", Nodes.styleClass(state.health()));
        words.setText(state.words());
        getStyleClass().setAll("bh-service-chip", chip.currentProperty().get() ? "bh-current" : "bh-idle");
        setAccessibleText(chip.service() + ": " + state.words());
    }
}
