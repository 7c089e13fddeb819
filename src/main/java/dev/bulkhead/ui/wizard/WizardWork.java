package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.ui.fx.BackgroundTask;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.words.Words;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that the pages of an iteration wait for: one thing at a time, with why the last one did not happen. */
final class WizardWork {

    private static final Logger LOG = LoggerFactory.getLogger(WizardWork.class);

    private final BackgroundTasks tasks;
    private final String iteration;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyBooleanWrapper carriesOut = new ReadOnlyBooleanWrapper(this, "carriesOut");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

    /** Whether the run is to be rolled back as soon as it has stopped. */
    private boolean turning;

    WizardWork(BackgroundTasks tasks, String iteration) {
        this.tasks = tasks;
        this.iteration = iteration;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty carriesOutProperty() {
        return carriesOut.getReadOnlyProperty();
    }

    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Tells why something does not happen yet. */
    void tell(String sentence) {
        trouble.set(sentence);
    }

    /** Starts something, unless something else is under way. */
    <T> void start(BackgroundTask<T> work, Consumer<T> onDone) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        trouble.set("");
        tasks.start(
                work,
                result -> {
                    busy.set(false);
                    onDone.accept(result);
                },
                failure -> {
                    busy.set(false);
                    LOG.warn("Iteration {}: {}", iteration, failure.getMessage(), failure);
                    trouble.set(String.valueOf(failure.getMessage()));
                    carriesOut.set(false);
                });
    }

    /** Starts a run, forward or back, unless something else is under way. */
    <T> void carryOut(BackgroundTask<T> run, Consumer<T> onEnded) {
        if (busy.get()) {
            return;
        }
        carriesOut.set(true);
        start(run, ended -> {
            onEnded.accept(ended);
            carriesOut.set(false);
        });
    }

    /** Stops a run under way before its next operation, to be rolled back then; returns whether there was one. */
    boolean stopsFirst(RunControl control, Runnable rollBack) {
        if (!carriesOut.get()) {
            turning = false;
            return false;
        }
        if (!turning) {
            turning = true;
            control.cancel();
            tell(Words.of("wizardwork.the-run-stops-before-its"));
            whenDone(rollBack);
        }
        return true;
    }

    /** Does something once no run is being carried out, at once if none is. */
    void whenDone(Runnable then) {
        if (!carriesOut.get()) {
            then.run();
            return;
        }
        carriesOut.addListener(new ChangeListener<Boolean>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> property, Boolean old, Boolean now) {
                carriesOut.removeListener(this);
                then.run();
            }
        });
    }
}
