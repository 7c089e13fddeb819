package dev.bulkhead.ui.status;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.status.LookCourse;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.fx.TaskHandle;
import dev.bulkhead.ui.fx.TaskProgress;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Status of the project as the window shows it: the last report, and the look at the project that makes the next one. Whatever
 * changes something of it leads to another look, at once while it is shown, otherwise when it is shown next.
 */
public final class StatusViewModel {

    private final Optional<Migration> migration;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Optional<StatusReport>> report =
            new ReadOnlyObjectWrapper<>(this, "report", Optional.empty());
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(this, "looking");
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper(this, "doing", "");
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper(this, "done");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private Optional<TaskHandle> task = Optional.empty();
    private boolean shown;
    /** Whether something has changed since the last look began; nothing was looked at in the beginning. */
    private boolean outdated = true;

    /** Shows nothing until it is looked at. */
    public StatusViewModel(Optional<Migration> migration, BackgroundTasks tasks) {
        this.migration = migration;
        this.tasks = tasks;
    }

    /** The last report; empty before the first. */
    public ReadOnlyObjectProperty<Optional<StatusReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Whether the project is being looked at. */
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** What is looked at now, in a few words. */
    public ReadOnlyStringProperty doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /** How much of the look is behind, from 0 to 1. */
    public ReadOnlyDoubleProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Why the last look gave no report, as a sentence; empty text where it gave one. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Tells whether it can be seen. */
    public void show(boolean visible) {
        shown = visible;
        lookIfOutdated();
    }

    /** Tells that something has changed that it tells of. */
    public void changed() {
        outdated = true;
        lookIfOutdated();
    }

    private void lookIfOutdated() {
        if (shown && outdated && !looking.get()) {
            look();
        }
    }

    /** Looks again, unless that is under way. */
    public void look() {
        if (looking.get() || migration.isEmpty()) {
            return;
        }
        outdated = false;
        looking.set(true);
        trouble.set("");
        TaskHandle started = tasks.start(
                progress -> migration.get().report(course(progress)),
                found -> {
                    report.set(Optional.of(found));
                    ended();
                },
                failure -> {
                    trouble.set(String.valueOf(failure.getMessage()));
                    ended();
                });
        if (looking.get()) {
            task = Optional.of(started);
            doing.bind(started.messageProperty());
            done.bind(started.fractionProperty());
        }
    }

    /** Ends the look; what was known before stays. */
    public void cancel() {
        task.ifPresent(running -> {
            running.cancel();
            trouble.set(
                    report.get().isPresent()
                            ? Words.of("statusviewmodel.the-look-was-ended-what")
                            : Words.of("statusviewmodel.the-look-was-ended-before"));
            ended();
        });
    }

    private void ended() {
        doing.unbind();
        done.unbind();
        doing.set("");
        done.set(0);
        task = Optional.empty();
        looking.set(false);
        lookIfOutdated();
    }

    private static LookCourse course(TaskProgress progress) {
        return new LookCourse() {
            @Override
            public void looksAt(String what, double share) {
                progress.message(what);
                progress.fraction(share);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }
}
