package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.Point;
import dev.bulkhead.ui.canvas.aim.EdgePan;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import javafx.animation.AnimationTimer;

/** Clock of panning at the edge: it goes on while the pointer rests there, not only while it moves. */
final class EdgePanning extends AnimationTimer {

    private static final double NANOS = 1e6;

    /** A pulse that comes late, since the machine is busy, moves the map no further than this. */
    private static final double LONGEST = 50;

    private final MapSurface surface;
    private final Runnable panned;
    private EdgePan pan = new EdgePan();
    private double x;
    private double y;
    private long last;
    private boolean running;

    EdgePanning(MapSurface surface, Runnable panned) {
        this.surface = surface;
        this.panned = panned;
    }

    /** Tells where the pointer holds something. */
    void hold(double atX, double atY) {
        x = atX;
        y = atY;
        if (!running) {
            running = true;
            last = 0;
            pan = new EdgePan();
            start();
        }
    }

    void end() {
        running = false;
        stop();
    }

    @Override
    public void handle(long now) {
        double millis = last == 0 ? 0 : Math.min(LONGEST, (now - last) / NANOS);
        last = now;
        double width = surface.node().getLayoutBounds().getWidth();
        double height = surface.node().getLayoutBounds().getHeight();
        Point by = pan.step(x, y, width, height, millis);
        if (by.x() != 0 || by.y() != 0) {
            surface.panBy(by.x(), by.y());
            panned.run();
        }
    }
}
