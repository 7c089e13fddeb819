package dev.bulkhead.ui.canvas.aim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Point;
import org.junit.jupiter.api.Test;

/** Panning at the edge of a view of 800 x 600. */
class EdgePanTest {

    private final EdgePan pan = new EdgePan();

    @Test
    void itWaitsBeforeItBegins() {
        assertThat(held(0, 200)).isEqualTo(new Point(0, 0));
    }

    @Test
    void itBecomesFasterAndThenKeepsItsSpeed() {
        held(0, 200);
        double early = held(0, 100).x();
        held(0, 300);
        assertThat(early).isPositive().isLessThan(held(0, 100).x());
        assertThat(held(0, 100).x()).isEqualTo(GestureFigures.PAN_SPEED / 10);
    }

    @Test
    void nearerToTheEdgeIsFaster() {
        held(0, 1000);
        assertThat(held(14, 100).x()).isEqualTo(GestureFigures.PAN_SPEED / 20);
    }

    @Test
    void theRightEdgeMovesTheMapToTheLeft() {
        held(800, 1000);
        assertThat(held(800, 100).x()).isEqualTo(-GestureFigures.PAN_SPEED / 10);
    }

    @Test
    void itWaitsAnewAfterThePointerLeftTheEdge() {
        held(0, 1000);
        held(400, 16);
        assertThat(held(0, 200)).isEqualTo(new Point(0, 0));
    }

    private Point held(double x, double millis) {
        return pan.step(x, 300, 800, 600, millis);
    }
}
