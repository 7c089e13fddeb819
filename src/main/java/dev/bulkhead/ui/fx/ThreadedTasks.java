package dev.bulkhead.ui.fx;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Background tasks on threads of their own, as many as there are tasks; they do not keep the application alive. */
public final class ThreadedTasks implements BackgroundTasks, AutoCloseable {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("task-", 1).daemon().factory());
    private final UiExecutor ui;

    /** Runs tasks whose results go to the given executor. */
    public ThreadedTasks(UiExecutor ui) {
        this.ui = ui;
    }

    @Override
    public <T> TaskHandle start(
            BackgroundTask<T> task, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        StartedTask<T> started = new StartedTask<>(task, onDone, onFailed, ui);
        try {
            Future<?> future = threads.submit(started);
            started.onCancel(() -> future.cancel(true));
        } catch (RejectedExecutionException closed) {
            // The window is gone, and with it whoever would have heard of the result.
            started.cancel();
        }
        return started;
    }

    /** Interrupts what still runs; what is started afterwards is cancelled at once. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
