package dev.bulkhead.ui.shell.iteration;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.topology.Counted;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.wizard.RunName;
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
                "Leave the run as it is?",
                run.leaving(),
                List.of(Choice.cancel(), new Choice("Leave it", Choice.Kind.DANGER, () -> leave(open, run)))));
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
            context.messages().refused("There is no restore point yet: each iteration takes one before it begins.");
            return;
        }
        RestorePoint newest = wanted.orElse(points.getFirst());
        RestorePoint.Counts counts = newest.counts();
        ZoneId zone = services.zone();
        dialogs.ask(
                "Roll back " + RunName.of(newest.iteration()) + "?",
                "The restore point of " + WHEN.format(newest.taken().atZone(zone)) + " holds "
                        + Counted.of(counts.files(), "file")
                        + ", " + Counted.of(counts.containers(), "container") + " and "
                        + Counted.of(counts.networks(), "network")
                        + ". Files and engine go back to exactly that."
                        + (wizard.practice()
                                ? " The engine is the practice engine: no real container is touched."
                                : ""),
                List.of(
                        Choice.cancel(),
                        new Choice(
                                "Roll back",
                                Choice.Kind.DANGER,
                                () -> wizard.rollBack(newest.iteration(), Optional.of(newest.id())))));
    }
}
