package dev.bulkhead.ui.canvas.over;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Line over the map that tells what was done, offers something further, covers no card of that, and goes by itself. */
public final class Toast extends HBox {

    private static final Duration SHORT = Duration.seconds(6);
    private static final Duration LONG = Duration.seconds(12);
    /** Room to the sides, in pixels, and to the bars above and below. */
    private static final double EDGE = 12;

    private static final double BARS = 56;

    private final Label words = new Label();
    private final Button button = new Button();
    private final PauseTransition end = new PauseTransition(SHORT);

    /** Makes a line that is not seen yet. */
    public Toast() {
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
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        StackPane.setMargin(this, new Insets(BARS, EDGE, BARS, EDGE));
        hide();
    }

    /** Tells a sentence. */
    public void show(String text) {
        show(text, "", () -> {});
    }

    /** Tells a sentence and offers something. */
    public void show(String text, String label, Runnable action) {
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

    /**
     * Stands at the bottom, or at the top where it would cover something there.
     *
     * @param spared what must stay in sight, in pixels of the view
     */
    public void spare(List<Bounds> spared, double viewWidth, double viewHeight) {
        applyCss();
        double width = Math.min(prefWidth(-1), viewWidth - 2 * EDGE);
        double height = prefHeight(width);
        Bounds below = new BoundingBox((viewWidth - width) / 2, viewHeight - BARS - height, width, height);
        boolean covers = spared.stream().anyMatch(below::intersects);
        StackPane.setAlignment(this, covers ? Pos.TOP_CENTER : Pos.BOTTOM_CENTER);
    }

    private void hide() {
        setVisible(false);
        end.stop();
    }
}
