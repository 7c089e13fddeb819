package dev.bulkhead.ui.theme;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Strip below the toolbar with a sentence and what can be done about it; takes no room while there is nothing to say. */
public class Banner extends HBox {

    private final Label words = Nodes.wrapped("");

    /**
     * Creates a banner that is not shown.
     *
     * @param id its id; its sentence has it with {@code -words} behind
     * @param weight the style class of how serious it is, for instance {@code bh-warning}
     */
    protected Banner(String id, String weight, Glyph sign) {
        setId(id);
        getStyleClass().addAll("bh-banner", weight);
        setAlignment(Pos.CENTER_LEFT);
        words.setId(id + "-words");
        words.setGraphic(sign.icon());
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
        Nodes.present(this, false);
    }

    /** Says a sentence, or is gone when there is none. */
    protected final void say(Optional<String> sentence) {
        sentence.ifPresent(words::setText);
        Nodes.present(this, sentence.isPresent());
    }

    /** Adds a button at the end and returns it. */
    protected final Button offer(String id, String text, Runnable run) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> run.run());
        getChildren().add(button);
        return button;
    }
}
