package dev.bulkhead.ui.fx;

import java.util.function.Consumer;

/** Starter of background tasks; the production one uses threads, the one of tests runs them inline. */
public interface BackgroundTasks {

    /**
     * Starts a task.
     *
     * @param onDone receives the result on the user interface's thread
     * @param onFailed receives what the task threw, on the user interface's thread
     */
    <T> TaskHandle start(BackgroundTask<T> task, Consumer<? super T> onDone, Consumer<? super Exception> onFailed);

    /**
     * Starts a task that the operator may want to see and to cancel.
     *
     * @param title what it does, in a few words
     */
    default <T> TaskHandle start(
            String title, BackgroundTask<T> task, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        return start(task, onDone, onFailed);
    }
}
