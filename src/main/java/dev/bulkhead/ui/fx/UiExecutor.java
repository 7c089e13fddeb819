package dev.bulkhead.ui.fx;

/** Executor on the thread of the user interface. */
@FunctionalInterface
public interface UiExecutor {

    /** Runs it soon, after what is already waiting; inline in tests. */
    void run(Runnable work);
}
