package dev.bulkhead.ui.fx;

import java.time.Duration;

/** Executor on the thread of the user interface. */
@FunctionalInterface
public interface UiExecutor {

    /** Runs it soon, after what is already waiting; inline in tests. */
    void run(Runnable work);

    /** Runs it once a time has passed; inline in tests. */
    default void after(Duration delay, Runnable work) {
        run(work);
    }
}
