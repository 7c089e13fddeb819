package dev.bulkhead.migrate;

import dev.bulkhead.migrate.iteration.Playbook;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.run.OpenRun;
import dev.bulkhead.migrate.run.RunControl;
import dev.bulkhead.migrate.run.RunListener;
import java.util.List;
import java.util.Optional;

/**
 * The migrations of one project: its path of iterations, its restore points, and what was left in the middle.
 *
 * <p>All methods block and are called off the user interface's thread; opening one reads and never writes.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Migration {

    private final MigrationContext context;

    /** Works on the project of the context. */
    public Migration(MigrationContext context) {
        this.context = context;
    }

    /** Returns the iterations of the built-in path, in order, those included that this version cannot carry out yet. */
    public List<Playbook> iterations() {
        return List.of();
    }

    /**
     * Returns a session that walks the project through one iteration.
     *
     * @param idOrName for instance {@code 1} or {@code foundation}
     * @throws MigrationException if there is no such iteration, or this version cannot carry it out
     */
    public MigrationSession session(String idOrName) throws MigrationException {
        Playbook playbook = iterations().stream()
                .filter(candidate -> candidate.answersTo(idOrName))
                .findFirst()
                .orElseThrow(() -> new MigrationException("There is no iteration " + idOrName + "."));
        return new MigrationSession(context, playbook);
    }

    /** Returns the restore points of the project, newest first. */
    public List<RestorePoint> restorePoints() throws MigrationException {
        return List.of();
    }

    /** Returns the run that was left in the middle, if there is one. */
    public Optional<OpenRun> openRun() throws MigrationException {
        return Optional.empty();
    }

    /** Carries out the remaining steps of a run that was left in the middle, then verifies. */
    public RunOutcome resume(OpenRun run, RunListener listener, RunControl control) throws MigrationException {
        throw new MigrationException("Run " + run.id() + " cannot be continued yet.");
    }

    /**
     * Puts files and engine back to a restore point.
     *
     * @param restorePoint its id; empty means the newest
     */
    public RunOutcome rollback(Optional<String> restorePoint, RunListener listener) throws MigrationException {
        throw new MigrationException("There is no restore point " + restorePoint.orElse("yet") + ".");
    }

    /** Returns where the project stands; an engine that does not answer is part of the answer. */
    public ProjectStatus status() throws MigrationException {
        throw new MigrationException("The status cannot be told yet.");
    }
}
