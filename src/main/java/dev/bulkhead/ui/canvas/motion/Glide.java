package dev.bulkhead.ui.canvas.motion;

import java.util.function.DoubleConsumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Way from one state of the picture to the next in a moment. The next one cuts it short, and so does the hand. Where the desktop
 * asks for reduced motion, or the operator does with {@code bulkhead.motion=none}, there is no way, only its end.
 */
public final class Glide {

    /** The property by which an operator wants no motion. */
    private static final String PROPERTY = "bulkhead.motion";

    private @Nullable Way running;

    /** Returns whether anything moves at all. */
    public static boolean wanted() {
        return !"none".equals(System.getProperty(PROPERTY))
                && !Platform.getPreferences().isReducedMotion();
    }

    /**
     * Goes the way.
     *
     * @param millis how long it takes
     * @param at told how far it has come, from 0 to 1; where nothing moves only 1
     */
    public void go(double millis, DoubleConsumer at) {
        stop();
        if (!wanted()) {
            at.accept(1);
            return;
        }
        at.accept(0);
        Way way = new Way(millis, at);
        running = way;
        way.play();
    }

    /** Returns whether it is on its way. */
    public boolean going() {
        return running != null;
    }

    /** Ends where it is: what has been shown so far stays. */
    public void stop() {
        Way way = running;
        running = null;
        if (way != null) {
            way.stop();
        }
    }

    private final class Way extends Transition {

        private final DoubleConsumer at;

        Way(double millis, DoubleConsumer at) {
            this.at = at;
            setCycleDuration(Duration.millis(millis));
            setInterpolator(Interpolator.ofSpline(0.2, 0, 0, 1));
        }

        @Override
        protected void interpolate(double done) {
            if (done >= 1 && this == running) {
                running = null;
            }
            at.accept(done);
        }
    }
}
