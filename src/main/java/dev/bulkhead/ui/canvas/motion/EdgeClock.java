package dev.bulkhead.ui.canvas.motion;

import dev.bulkhead.layout.Point;
import dev.bulkhead.ui.canvas.aim.EdgePan;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/** Clock of panning at the edge: it goes on while the pointer rests there, not only while it moves. */
public final class EdgeClock extends AnimationTimer {

    private static final double NANOS = 1e6;

    /** A pulse that comes late, since the machine is busy, moves no further than this. */
    private static final double LONGEST = 50;

    private final BiFunction<EdgePan, Double, Point> step;
    private final Consumer<Point> pan;
    private EdgePan edge = new EdgePan();
    private long last;
    private boolean running;

    /**
     * Makes a clock that does not run yet.
     *
     * @param step how far it goes, told the milliseconds since the last time
     * @param pan moves by that, where it is not nothing
     */
    public EdgeClock(BiFunction<EdgePan, Double, Point> step, Consumer<Point> pan) {
        this.step = step;
        this.pan = pan;
    }

    /** Runs, from now on or still. */
    public void begin() {
        if (!running) {
            running = true;
            last = 0;
            edge = new EdgePan();
            start();
        }
    }

    /** Runs no more. */
    public void end() {
        running = false;
        stop();
    }

    @Override
    public void handle(long now) {
        double millis = last == 0 ? 0 : Math.min(LONGEST, (now - last) / NANOS);
        last = now;
        Point by = step.apply(edge, millis);
        if (by.x() != 0 || by.y() != 0) {
            pan.accept(by);
        }
    }
}
