package dev.bulkhead.ui.fx;

import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Background tasks of which those with a title are listed while they run, so that they can be seen and cancelled. */
public final class WatchedTasks implements BackgroundTasks {

    private final BackgroundTasks starter;
    private final ObservableList<Listed> listed = FXCollections.observableArrayList();

    /** A task that runs. */
    public record Listed(String title, TaskHandle task) {}

    /** Has tasks started by another starter. */
    public WatchedTasks(BackgroundTasks starter) {
        this.starter = starter;
    }

    /** What runs, the oldest first; changed on the user interface's thread. */
    public ObservableList<Listed> listed() {
        return listed;
    }

    @Override
    public <T> TaskHandle start(
            BackgroundTask<T> task, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        return starter.start(task, onDone, onFailed);
    }

    @Override
    public <T> TaskHandle start(
            String title, BackgroundTask<T> task, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        TaskHandle handle = starter.start(task, onDone, onFailed);
        if (handle.runningProperty().get()) {
            Listed entry = new Listed(title, handle);
            listed.add(entry);
            handle.runningProperty().addListener((property, old, now) -> listed.remove(entry));
        }
        return handle;
    }
}
