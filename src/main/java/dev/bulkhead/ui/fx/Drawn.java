package dev.bulkhead.ui.fx;

import javafx.animation.AnimationTimer;

/** Moment when what is in the shown scenes now is on the screen. */
public final class Drawn {

    private Drawn() {}

    /** Runs something at that moment, on the toolkit's thread, from which it is called. */
    public static void then(Runnable action) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                // The pulse after the next begins when the frame that shows it is out.
                if (++frames > 2) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }
}
