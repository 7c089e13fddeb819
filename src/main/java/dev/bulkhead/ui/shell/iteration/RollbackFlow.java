package dev.bulkhead.ui.shell.iteration;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.wizard.RunName;
import dev.bulkhead.ui.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Questions before going back to a restore point, and before leaving a run as it is. */
public final class RollbackFlow {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ROOT);

    private final ShellContext context;
    private final WindowServices services;
    private final Optional<Migration> migration;
    private final WizardFlow wizard;
    private final Dialogs dialogs;

    public RollbackFlow(
            ShellContext context,
            WindowServices services,
            Optional<Migration> migration,
            WizardFlow wizard,
            Dialogs dialogs) {
        this.context = context;
        this.services = services;
        this.migration = migration;
        this.wizard = wizard;
        this.dialogs = dialogs;
    }

    /** Asks whether to go back to the restore point of a run that was left in the middle. */
    public void ask(RunRecord run) {
        askRun(run.id());
    }

    /** Asks whether to go back to the restore point of a run. */
    public void askRun(String run) {
        ask(points -> points.stream().filter(point -> point.run().equals(run)).findFirst());
    }

    /** Asks whether to go back to the newest restore point. */
    public void ask() {
        ask(points -> Optional.empty());
    }

    /**
     * Finds a restore point and asks whether to go there.
     *
     * @param wanted names one; where it names none, the newest is taken
     */
    private void ask(Function<List<RestorePoint>, Optional<RestorePoint>> wanted) {
        migration.ifPresent(open -> services.tasks()
                .start(
                        progress -> open.restorePoints(),
                        points -> offer(points, wanted.apply(points)),
                        failure -> context.messages().failed(String.valueOf(failure.getMessage()))));
    }

    /** Asks whether a run is closed with files and engine as they stand, and says what that means. */
    public void askToLeave(RunRecord run) {
        migration.ifPresent(open -> dialogs.ask(
                Words.of("rollbackflow.leave-the-run-as-it"),
                run.leaving(),
                List.of(
                        Choice.cancel(),
                        new Choice(Words.of("rollbackflow.leave-it"), Choice.Kind.DANGER, () -> leave(open, run)))));
    }

    private void leave(Migration open, RunRecord run) {
        services.tasks()
                .start(
                        progress -> open.leave(run),
                        left -> context.path().refresh(open),
                        failure -> context.messages().failed(String.valueOf(failure.getMessage())));
    }

    private void offer(List<RestorePoint> points, Optional<RestorePoint> wanted) {
        if (points.isEmpty()) {
            context.messages().refused(Words.of("rollbackflow.there-is-no-restore-point"));
            return;
        }
        RestorePoint newest = wanted.orElse(points.getFirst());
        RestorePoint.Counts counts = newest.counts();
        ZoneId zone = services.zone();
        dialogs.ask(
                Words.of("rollbackflow.roll-back", RunName.of(newest.iteration())),
                Words.of(
                                "rollbackflow.the-restore-point-of-holds",
                                WHEN.format(newest.taken().atZone(zone)),
                                Words.count("file", counts.files()),
                                Words.count("container", counts.containers()),
                                Words.count("network", counts.networks()))
                        + (wizard.practice() ? " " + Words.of("rollbackflow.the-engine-is-the-practice") : ""),
                List.of(
                        Choice.cancel(),
                        new Choice(
                                Words.of("rollbackflow.roll-back-2"),
                                Choice.Kind.DANGER,
                                () -> wizard.rollBack(newest.iteration(), Optional.of(newest.id())))));
    }
}
