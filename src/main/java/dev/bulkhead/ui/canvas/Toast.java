package dev.bulkhead.ui.canvas;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Line at the bottom of the map that tells what was done, offers something further, and goes by itself. */
final class Toast extends HBox {

    private static final Duration SHORT = Duration.seconds(6);
    private static final Duration LONG = Duration.seconds(12);

    private final Label words = new Label();
    private final Button button = new Button();
    private final PauseTransition end = new PauseTransition(SHORT);

    Toast() {
        super(14);
        setId("map-toast");
        getStyleClass().add("bh-toast");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.getStyleClass().add("bh-toast-words");
        button.getStyleClass().add("bh-toast-button");
        button.setId("map-toast-action");
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, button);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        end.setOnFinished(event -> hide());
        hide();
    }

    void show(String text) {
        show(text, "", () -> {});
    }

    void show(String text, String label, Runnable action) {
        words.setText(text);
        button.setText(label);
        button.setVisible(!label.isEmpty());
        button.setManaged(!label.isEmpty());
        button.setOnAction(event -> {
            hide();
            action.run();
        });
        setAccessibleText(text);
        setVisible(true);
        end.setDuration(label.isEmpty() ? SHORT : LONG);
        end.playFromStart();
    }

    void hide() {
        setVisible(false);
        end.stop();
    }
}
