package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.ui.canvas.motion.EdgeClock;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import javafx.geometry.Bounds;

/** Panning of the map while a gesture holds something at its edge. */
final class EdgePanning {

    private final EdgeClock clock;
    private double x;
    private double y;

    EdgePanning(MapSurface surface, Runnable panned) {
        this.clock = new EdgeClock(
                (edge, millis) -> {
                    Bounds view = surface.node().getLayoutBounds();
                    return edge.step(x, y, view.getWidth(), view.getHeight(), millis);
                },
                by -> {
                    surface.panBy(by.x(), by.y());
                    panned.run();
                });
    }

    /** Tells where the pointer holds something. */
    void hold(double atX, double atY) {
        x = atX;
        y = atY;
        clock.begin();
    }

    void end() {
        clock.end();
    }
}
