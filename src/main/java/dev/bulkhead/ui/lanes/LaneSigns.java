package dev.bulkhead.ui.lanes;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.ui.theme.Swatches;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/** Signs of the lanes: each has a shape of its own, so that none is told by its colour alone. */
final class LaneSigns {

    /** Style classes of the lanes' colours, beside those of the tints. */
    static final List<String> STYLES = Stream.concat(
                    Stream.of(Tint.values()).map(LaneSigns::band),
                    Stream.of(
                            "bh-lane-ink",
                            "bh-lane-quiet",
                            "bh-lane-hair",
                            "bh-lane-accent",
                            "bh-lane-column",
                            "bh-lane-paper",
                            "bh-lane-amber",
                            "bh-lane-red"))
            .toList();

    private final GraphicsContext to;
    private final Swatches colours;

    LaneSigns(GraphicsContext to, Swatches colours) {
        this.to = to;
        this.colours = colours;
    }

    /** Returns the style of the ground of a tier. */
    static String band(Tint tint) {
        return "bh-lane-band " + tint.styleClass();
    }

    Paint ink() {
        return colours.of("bh-lane-quiet");
    }

    Paint accent() {
        return colours.of("bh-lane-accent");
    }

    /** Draws what a service is to a network. */
    void mark(LaneMark mark, Paint tier, double x, double y, double size) {
        double half = size / 2;
        switch (mark) {
            case NONE -> {}
            case MEMBER -> {
                to.setFill(tier);
                to.fillOval(x - half, y - half, size, size);
            }
            case JOINING -> ring("accent", x, y, half);
            case LEAVING -> {
                to.setStroke(colours.of("bh-lane-accent"));
                to.setLineWidth(1.8);
                double arm = half * 0.7;
                to.strokeLine(x - arm, y - arm, x + arm, y + arm);
                to.strokeLine(x - arm, y + arm, x + arm, y - arm);
            }
            case ENGINE_ONLY -> {
                to.setFill(colours.of("bh-lane-amber"));
                to.fillOval(x - half, y - half, size, size);
                to.setStroke(colours.of("bh-lane-paper"));
                to.setLineWidth(1.5);
                double arm = half * 0.55;
                to.strokeLine(x - arm, y + arm, x + arm, y - arm);
            }
            case SHARED -> {
                to.setFill(tier);
                double side = Math.round(size * 0.5);
                to.fillRect(x - side / 2, y - side / 2, side, side);
            }
        }
    }

    /** Draws a hollow dot. */
    void ring(String tone, double x, double y, double half) {
        to.setFill(colours.of("bh-lane-paper"));
        to.fillOval(x - half, y - half, half * 2, half * 2);
        to.setStroke(colours.of("bh-lane-" + tone));
        to.setLineWidth(1.8);
        to.strokeOval(x - half + 0.6, y - half + 0.6, half * 2 - 1.2, half * 2 - 1.2);
    }

    /** Draws a lock: internal. */
    void lock(Paint paint, double x, double y) {
        to.setFill(paint);
        to.setStroke(paint);
        to.setLineWidth(1.3);
        to.fillRoundRect(x - 4, y - 1, 8, 5.6, 2, 2);
        to.strokeArc(x - 2.4, y - 4.6, 4.8, 6.4, 0, 180, javafx.scene.shape.ArcType.OPEN);
    }

    /** Draws a globe: a way out. */
    void globe(Paint paint, double x, double y) {
        to.setStroke(paint);
        to.setLineWidth(1.1);
        to.strokeOval(x - 5, y - 5, 10, 10);
        to.strokeOval(x - 2.2, y - 5, 4.4, 10);
        to.strokeLine(x - 5, y, x + 5, y);
    }

    /** Draws a crossed ring: no network. */
    void none(Paint paint, double x, double y) {
        to.setStroke(paint);
        to.setLineWidth(1.3);
        to.strokeOval(x - 4.5, y - 4.5, 9, 9);
        to.strokeLine(x - 3.1, y + 3.1, x + 3.1, y - 3.1);
    }

    /** Draws two boxes, one on the other: the host. */
    void host(Paint paint, double x, double y) {
        to.setStroke(paint);
        to.setLineWidth(1.2);
        to.strokeRoundRect(x - 5, y - 5, 10, 4.4, 2, 2);
        to.strokeRoundRect(x - 5, y + 0.8, 10, 4.4, 2, 2);
    }
}
