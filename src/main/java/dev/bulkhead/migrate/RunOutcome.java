package dev.bulkhead.migrate;

import dev.bulkhead.migrate.report.RunReport;
import dev.bulkhead.migrate.run.RunState;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Outcome of a run or a rollback, as the operator is told.
 *
 * @param state its last state
 * @param sentence what that means for the operator
 * @param report what was done and measured; empty when nothing was
 * @param reportFile where the report is kept, as Markdown
 */
public record RunOutcome(RunState state, String sentence, Optional<RunReport> report, Optional<Path> reportFile) {

    /** Returns the exit code of {@code apply}: 0 fine, 1 not verified or a phase taken back alone, 2 not started, 3 rolled back, 4 needs a person. */
    public int exitCode() {
        return switch (state) {
            case SUCCEEDED, AWAITING_CONFIRMATION, WATCHING -> taken(report) ? 1 : 0;
            case UNVERIFIED -> 1;
            case PREPARED, ABANDONED -> 2;
            case ROLLED_BACK -> 3;
            case CAPTURING, APPLYING, PAUSED, VERIFYING, CANCELLED, INTERRUPTED, ROLLING_BACK, NEEDS_PERSON, LEFT -> 4;
        };
    }

    /** A run that was done and met something has taken a phase back alone. */
    private static boolean taken(Optional<RunReport> report) {
        return report.filter(told -> told.result().state() == RunState.SUCCEEDED)
                .filter(told -> !told.result().issues().isEmpty())
                .isPresent();
    }

    /** Returns the exit code of {@code rollback}, for which being rolled back is what was asked for. */
    public int rollbackExitCode() {
        return state == RunState.ROLLED_BACK ? 0 : exitCode();
    }
}
