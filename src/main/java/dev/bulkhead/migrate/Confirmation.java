package dev.bulkhead.migrate;

import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.report.Times;
import dev.bulkhead.migrate.run.JournalEntry;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.status.OnProbation;
import dev.bulkhead.migrate.watch.GuardFiles;
import dev.bulkhead.migrate.watch.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Confirmation of a change by the operator: whether one waits for his word, and what becomes of it. Everything is written
 * under the project's lock, after looking again at where the run stands: only one of operator and guard decides.
 *
 * @see GuardedRuns
 */
public final class Confirmation {

    private final MigrationStore store;
    private final MigrationContext context;
    private final RecordReader records;

    Confirmation(MigrationContext context, MigrationStore store, RecordReader records) {
        this.context = context;
        this.store = store;
        this.records = records;
    }

    /**
     * Returns the run that is on probation, if there is one.
     *
     * @throws MigrationException if the journals cannot be read
     */
    public Optional<OnProbation> onProbation() throws MigrationException {
        return records.runs().reversed().stream()
                .filter(record -> record.state().onProbation())
                .findFirst()
                .map(record -> {
                    GuardFiles guard = store.guard(record.id());
                    boolean guarded = guard.guarded();
                    return new OnProbation(
                            record.id(),
                            record.iteration(),
                            record.state(),
                            record.probation(),
                            record.until(),
                            guarded,
                            record.passed(),
                            guarded ? guard.sight() : Optional.empty());
                });
    }

    /**
     * Returns whether a guard is taking a run back at this moment.
     *
     * @throws MigrationException if the journals cannot be read
     */
    public boolean goingBack(String run) throws MigrationException {
        return records.find(run)
                        .map(RunRecord::state)
                        .filter(RunState.ROLLING_BACK::equals)
                        .isPresent()
                && store.guard(run).guarded();
    }

    /**
     * Keeps the change that is on probation.
     *
     * @return what that means, as a sentence
     * @throws MigrationException if there is none to keep any more, with the reason
     */
    public String keep() throws MigrationException {
        return store.underLock(() -> {
            RunRecord record = waiting();
            Instant now = context.clock().instant();
            RunState kept = record.waiting().map(JournalEntry.Waiting::then).orElse(RunState.UNVERIFIED);
            store.history()
                    .write(
                            record,
                            List.of(
                                    new JournalEntry.Noted(now, "Kept on the operator's word."),
                                    new JournalEntry.Entered(now, kept)));
            store.retell(record.id(), List.of("Kept on the operator's word at " + Times.moment(now) + "."));
            return "Run " + record.id() + " is kept"
                    + (kept == RunState.SUCCEEDED ? "." : "; not every check of it passed, as its report tells.")
                    + " Its restore point stays: bulkhead rollback PATH --to " + record.id()
                    + " --yes still goes back.";
        });
    }

    /**
     * Gives more time to confirm.
     *
     * @return what that means, as a sentence
     * @throws MigrationException if nothing waits to be confirmed any more
     */
    public String extend(Duration by) throws MigrationException {
        return store.underLock(() -> {
            RunRecord record = waiting();
            if (record.confirmWithin().isEmpty()) {
                throw new MigrationException("Run " + record.id() + " needs no confirmation; it is only watched.");
            }
            store.history()
                    .write(
                            record,
                            List.of(new JournalEntry.Extended(context.clock().instant(), by)));
            return "Run " + record.id() + " waits " + TimeText.of(by) + " longer.";
        });
    }

    private RunRecord waiting() throws MigrationException {
        List<RunRecord> runs = records.runs();
        Optional<RunRecord> waiting = runs.reversed().stream()
                .filter(record -> record.state().onProbation())
                .findFirst();
        return waiting.orElseThrow(() -> new MigrationException(nothing(runs)));
    }

    private static String nothing(List<RunRecord> records) {
        Optional<RunRecord> bound = records.reversed().stream()
                .filter(record -> !record.probation().isNone())
                .findFirst();
        if (bound.isEmpty()) {
            return "There is nothing to confirm: no change waits for it.";
        }
        RunRecord last = bound.get();
        String at = Times.moment(last.lastWritten());
        return "There is nothing to confirm: "
                + switch (last.state()) {
                    case ROLLED_BACK -> "run " + last.id() + " was taken back at " + at + ".";
                    case SUCCEEDED, UNVERIFIED -> "run " + last.id() + " is kept already, since " + at + ".";
                    case ROLLING_BACK -> "run " + last.id() + " is being taken back, or was cut off while it was.";
                    case NEEDS_PERSON -> "the way back of run " + last.id() + " was not completed.";
                    case ABANDONED -> "run " + last.id() + " was not started.";
                    case LEFT -> "run " + last.id() + " was left as it was.";
                    case PREPARED, CAPTURING, APPLYING, PAUSED, VERIFYING, CANCELLED, INTERRUPTED ->
                        "run " + last.id() + " is not done yet.";
                    case AWAITING_CONFIRMATION, WATCHING -> "run " + last.id() + " has just changed; try again.";
                };
    }

    /**
     * Returns how a run ended after its probation.
     *
     * @throws MigrationException if the journals cannot be read
     */
    public RunOutcome outcome(String run) throws MigrationException {
        RunRecord record =
                records.find(run).orElseThrow(() -> new MigrationException("There is no run '" + run + "'."));
        String last = record.entries().stream()
                .filter(entry -> entry instanceof JournalEntry.Noted)
                .map(entry -> " " + ((JournalEntry.Noted) entry).sentence())
                .reduce(
                        "",
                        (earlier, later) ->
                                later.startsWith(" Taken back") || later.startsWith(" Alarm") ? later : earlier);
        String sentence = switch (record.state()) {
            case SUCCEEDED -> "Done, verified and watched; it is kept.";
            case UNVERIFIED -> "It is kept, but not everything held." + last;
            case ROLLED_BACK -> "Rolled back: files and engine are as they were." + last;
            default -> "Run " + run + " is " + record.state() + "." + last;
        };
        return new RunOutcome(
                record.state(), sentence, Optional.empty(), store.history().report(run));
    }
}
