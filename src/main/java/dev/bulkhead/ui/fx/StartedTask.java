package dev.bulkhead.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Run of one background task: it passes what the task tells, and how it ends, to the user interface's thread. */
final class StartedTask<T> implements TaskHandle, TaskProgress, Runnable {

    private enum State {
        RUNNING,
        CANCELLED,
        ENDED
    }

    private final BackgroundTask<T> task;
    private final Consumer<? super T> onDone;
    private final Consumer<? super Exception> onFailed;
    private final UiExecutor ui;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", true);
    private volatile Runnable interrupt = () -> {};

    StartedTask(
            BackgroundTask<T> task, Consumer<? super T> onDone, Consumer<? super Exception> onFailed, UiExecutor ui) {
        this.task = task;
        this.onDone = onDone;
        this.onFailed = onFailed;
        this.ui = ui;
    }

    /** Sets what wakes the task from a wait when it is cancelled. */
    void onCancel(Runnable action) {
        interrupt = action;
    }

    @Override
    public void run() {
        try {
            T result = task.run(this);
            end(() -> onDone.accept(result));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            end(() -> onFailed.accept(interrupted));
        } catch (Exception failure) {
            end(() -> onFailed.accept(failure));
        }
    }

    private void end(Runnable callback) {
        ui.run(() -> {
            running.set(false);
            // Looked at here and not on the worker's thread: a cancel that came in between counts.
            if (state.compareAndSet(State.RUNNING, State.ENDED)) {
                callback.run();
            }
        });
    }

    @Override
    public void message(String words) {
        ui.run(() -> message.set(words));
    }

    @Override
    public void fraction(double done) {
        ui.run(() -> fraction.set(done));
    }

    @Override
    public boolean cancelled() {
        return state.get() == State.CANCELLED;
    }

    @Override
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    @Override
    public void cancel() {
        if (state.compareAndSet(State.RUNNING, State.CANCELLED)) {
            interrupt.run();
        }
    }
}
