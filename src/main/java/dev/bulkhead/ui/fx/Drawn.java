package dev.bulkhead.ui.fx;

import javafx.animation.AnimationTimer;
import javafx.util.Subscription;

/** Moment when what is in the shown scenes now is on the screen. */
public final class Drawn {

    private Drawn() {}

    /**
     * Runs something at that moment, on the toolkit's thread, from which it is called.
     *
     * @return ends the wait: the action is then not run any more
     */
    public static Subscription then(Runnable action) {
        AnimationTimer frames = new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                // The pulse after the next begins when the frame that shows it is out.
                if (++seen > 2) {
                    stop();
                    action.run();
                }
            }
        };
        frames.start();
        return frames::stop;
    }
}
