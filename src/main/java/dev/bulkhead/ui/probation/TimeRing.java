package dev.bulkhead.ui.probation;

import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/** Ring that is as full as there is time left, with the time in it. */
final class TimeRing extends StackPane {

    private static final double SIZE = 96;
    private static final double STROKE = 8;

    private final Arc arc = new Arc(SIZE / 2, SIZE / 2, (SIZE - STROKE) / 2, (SIZE - STROKE) / 2, 90, 360);
    private final Label time = Nodes.label("", "bh-ring-time");
    private final Label unit = Nodes.label(Words.of("timering.left"), "bh-muted");

    TimeRing() {
        getStyleClass().add("bh-ring");
        Circle track = new Circle(SIZE / 2, SIZE / 2, (SIZE - STROKE) / 2);
        track.getStyleClass().add("bh-ring-track");
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add("bh-ring-arc");
        Pane drawing = new Pane(track, arc);
        drawing.setMinSize(SIZE, SIZE);
        drawing.setPrefSize(SIZE, SIZE);
        drawing.setMaxSize(SIZE, SIZE);
        time.setId("probation-left");
        VBox words = Nodes.column("bh-ring-words", time, unit);
        getChildren().addAll(drawing, words);
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    /** Shows the time that is left of the whole; a dash where it is not known. */
    void show(Optional<Duration> left, Optional<Duration> whole) {
        long seconds = left.map(Duration::toSeconds).orElse(0L);
        time.setText(left.isEmpty() ? "–" : "%d:%02d".formatted(seconds / 60, seconds % 60));
        double share = whole.filter(Duration::isPositive)
                .map(all -> Math.min(1, seconds / (double) all.toSeconds()))
                .orElse(0.0);
        // From the top, against the clock: what is gone is missing behind the hand.
        arc.setLength(360 * share);
        unit.setVisible(left.isPresent());
    }
}
