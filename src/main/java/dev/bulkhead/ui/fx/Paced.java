package dev.bulkhead.ui.fx;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Work that is asked for more often than it has to be done: at once the first time, and then as often as the pause allows,
 * with the last asking never left out.
 */
public final class Paced implements Runnable {

    private final Runnable work;
    private final PauseTransition pause;
    private boolean again;
    private boolean resting;

    /** Lets a pause pass between two times; on the thread of the user interface. */
    private Paced(Runnable work, Duration rest) {
        this.work = work;
        this.pause = new PauseTransition(rest);
        pause.setOnFinished(event -> {
            resting = false;
            if (again) {
                run();
            }
        });
    }

    /** Returns work that is done twice a second at most. */
    public static Runnable twiceASecond(Runnable work) {
        return new Paced(work, Duration.millis(500));
    }

    @Override
    public void run() {
        if (resting) {
            again = true;
            return;
        }
        again = false;
        resting = true;
        pause.playFromStart();
        work.run();
    }
}
