package dev.bulkhead.ui.canvas.over;

import dev.bulkhead.ui.canvas.card.Icons;
import dev.bulkhead.ui.canvas.sight.Shown;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** Chip over a picture that says of which part of the project it is, and shows everything again. */
public final class SightChip extends HBox {

    private final Label words = new Label();

    /** Makes the chip of a picture; it is seen while something steps back. */
    public SightChip(SightViewModel sight) {
        setId("sight-chip");
        getStyleClass().add("bh-sight-chip");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinWidth(0);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        words.setId("sight-chip-words");
        words.getStyleClass().add("bh-sight-words");
        words.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(words.textProperty());
        words.setTooltip(whole);
        Button clear = new Button("Esc");
        clear.setId("sight-chip-clear");
        clear.getStyleClass().add("bh-sight-clear");
        clear.setGraphic(Icons.of("mdi2c-close", "bh-zoom-icon"));
        clear.setMinWidth(USE_PREF_SIZE);
        clear.setAccessibleText(Words.of("sightchip.show-everything-again"));
        clear.setTooltip(new Tooltip(Words.of("sightchip.show-everything-again-escape-on")));
        clear.setOnAction(event -> sight.clear());
        Announcer announcer = new Announcer();
        announcer.node().setId("sight-status");
        getChildren().addAll(Icons.of("mdi2f-filter-outline", "bh-zoom-icon"), words, clear, announcer.node());
        setVisible(false);
        sight.shownProperty().subscribe(now -> {
            show(now);
            if (now.part()) {
                announcer.say(now.words());
            } else if (!announcer.silent()) {
                announcer.say(Words.of("sightchip.everything-is-shown-again"));
                announcer.rest();
            }
        });
    }

    private void show(Shown shown) {
        words.setText(shown.words());
        setVisible(shown.part());
        setManaged(shown.part());
    }
}
