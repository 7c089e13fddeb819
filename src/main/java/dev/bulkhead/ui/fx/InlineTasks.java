package dev.bulkhead.ui.fx;

import java.util.function.Consumer;

/** Background tasks that run at once on the caller's thread, for tests and for use without a window. */
public final class InlineTasks implements BackgroundTasks {

    @Override
    public <T> TaskHandle start(
            BackgroundTask<T> task, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        StartedTask<T> started = new StartedTask<>(task, onDone, onFailed, Runnable::run);
        started.run();
        return started;
    }
}
