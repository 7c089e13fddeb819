package dev.bulkhead.migrate;

import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.report.Times;
import dev.bulkhead.migrate.run.JournalEntry;
import dev.bulkhead.migrate.run.RunListener;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunRequest;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.watch.BreakMeter;
import dev.bulkhead.migrate.watch.GuardFiles;
import dev.bulkhead.migrate.watch.Looker;
import dev.bulkhead.migrate.watch.TimeText;
import dev.bulkhead.migrate.watch.Watch;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Confirmation of a change: whether one waits for the operator's word, and what becomes of it. Everything that it writes it
 * writes under the project's lock, after it has looked again at where the run stands: only one of operator and guard decides.
 */
public final class Confirmation {

    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int TRIES = 25;

    private final Migration migration;
    private final MigrationStore workshop;
    private final MigrationContext context;

    Confirmation(Migration migration, MigrationStore workshop, MigrationContext context) {
        this.migration = migration;
        this.workshop = workshop;
        this.context = context;
    }

    /**
     * Returns the run that is on probation, if there is one.
     *
     * @throws MigrationException if the journals cannot be read
     */
    public Optional<OnProbation> onProbation() throws MigrationException {
        return migration.all().reversed().stream()
                .filter(record -> record.state().onProbation())
                .findFirst()
                .map(record -> {
                    GuardFiles guard = workshop.guard(record.id());
                    boolean guarded = guard.guarded();
                    return new OnProbation(
                            record.id(),
                            record.state(),
                            record.probation(),
                            record.until(),
                            guarded,
                            guarded ? guard.sight() : Optional.empty());
                });
    }

    /**
     * Returns whether a guard is taking a run back at this moment.
     *
     * @throws MigrationException if the journals cannot be read
     */
    public boolean goingBack(String run) throws MigrationException {
        return find(run)
                        .map(RunRecord::state)
                        .filter(RunState.ROLLING_BACK::equals)
                        .isPresent()
                && workshop.guard(run).guarded();
    }

    /**
     * Keeps the change that is on probation.
     *
     * @return what that means, as a sentence
     * @throws MigrationException if there is none to keep any more, with the reason
     */
    public String keep() throws MigrationException {
        return underLock(() -> {
            RunRecord record = waiting();
            Instant now = context.clock().instant();
            RunState kept = record.waiting().map(JournalEntry.Waiting::then).orElse(RunState.UNVERIFIED);
            workshop.history()
                    .write(
                            record,
                            List.of(
                                    new JournalEntry.Noted(now, "Kept on the operator's word."),
                                    new JournalEntry.Entered(now, kept)));
            workshop.history()
                    .addToReport(record.id(), section("Kept on the operator's word at " + Times.moment(now) + "."));
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
        return underLock(() -> {
            RunRecord record = waiting();
            if (record.confirmWithin().isEmpty()) {
                throw new MigrationException("Run " + record.id() + " needs no confirmation; it is only watched.");
            }
            workshop.history()
                    .write(
                            record,
                            List.of(new JournalEntry.Extended(context.clock().instant(), by)));
            return "Run " + record.id() + " waits " + TimeText.of(by) + " longer.";
        });
    }

    private RunRecord waiting() throws MigrationException {
        List<RunRecord> records = migration.all();
        Optional<RunRecord> waiting = records.reversed().stream()
                .filter(record -> record.state().onProbation())
                .findFirst();
        return waiting.orElseThrow(() -> new MigrationException(nothing(records)));
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
     * Returns a run.
     *
     * @throws MigrationException if the journals cannot be read
     */
    public Optional<RunRecord> find(String run) throws MigrationException {
        try {
            return workshop.history().find(run);
        } catch (IOException e) {
            throw new MigrationException("The journal of run " + run + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Returns how a run ended after its probation.
     *
     * @throws MigrationException if the journals cannot be read
     */
    public RunOutcome outcome(String run) throws MigrationException {
        RunRecord record = find(run).orElseThrow(() -> new MigrationException("There is no run '" + run + "'."));
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
                record.state(), sentence, Optional.empty(), workshop.history().report(run));
    }

    /**
     * Takes a run back, if it still stands where the guard last saw it.
     *
     * @param why the reason, as a sentence; empty when the journal has it already
     * @throws MigrationException if somebody else has decided meanwhile or is at work, or the way back cannot be begun
     */
    public RunOutcome takeBack(RunRecord seen, Optional<String> why, RunListener listener) throws MigrationException {
        return migration.goBack(
                seen.restorePoint().orElse(seen.id()),
                () -> {
                    RunRecord now = find(seen.id()).orElse(seen);
                    if (now.entries().size() != seen.entries().size()) {
                        throw new MigrationException("Run " + seen.id() + " has gone on meanwhile.");
                    }
                    if (why.isPresent()) {
                        workshop.history()
                                .write(
                                        now,
                                        List.of(new JournalEntry.Noted(
                                                context.clock().instant(), why.get())));
                    }
                },
                Map.of(),
                listener);
    }

    /**
     * Returns a watch over a run: over the flows that have to work and the services of the project.
     *
     * @throws MigrationException if its records cannot be read
     */
    public Watch watch(RunRecord record) throws MigrationException {
        try {
            RunRequest request = workshop.history().request(record, Topology.of("", List.of(), List.of()));
            Set<String> worked = new TreeSet<>();
            workshop.history().baseline(record).flows().forEach((flow, held) -> {
                if (held) {
                    worked.add(flow);
                }
            });
            Set<String> ready = request.plan().steps().stream()
                    .filter(step -> step.operation() instanceof Operation.WaitReady)
                    .flatMap(step -> step.operation().services().stream())
                    .collect(Collectors.toSet());
            return new Watch(
                    new Looker(context.engine(), request.plan().project(), request.flows()),
                    new BreakMeter(worked, ready));
        } catch (IOException e) {
            throw new MigrationException("The records of run " + record.id() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Writes something down about a run that is on probation.
     *
     * @throws MigrationException if it is not on probation any more, or somebody is at work
     */
    public void note(String run, String sentence) throws MigrationException {
        underLock(() -> {
            RunRecord record = stillWaiting(run);
            workshop.history()
                    .write(
                            record,
                            List.of(new JournalEntry.Noted(context.clock().instant(), sentence)));
            return sentence;
        });
    }

    /**
     * Keeps a run that needed no word, since its watch has ended.
     *
     * @param broken whether something was broken for too long, and only told
     * @throws MigrationException if it is not on probation any more, or somebody is at work
     */
    public void watchedToTheEnd(String run, boolean broken) throws MigrationException {
        underLock(() -> {
            RunRecord record = stillWaiting(run);
            RunState kept = broken
                    ? RunState.UNVERIFIED
                    : record.waiting().map(JournalEntry.Waiting::then).orElse(RunState.UNVERIFIED);
            workshop.history()
                    .write(
                            record,
                            List.of(new JournalEntry.Entered(context.clock().instant(), kept)));
            return run;
        });
    }

    private RunRecord stillWaiting(String run) throws MigrationException {
        return find(run)
                .filter(record -> record.state().onProbation())
                .orElseThrow(() -> new MigrationException("Run " + run + " has gone on meanwhile."));
    }

    /**
     * Writes down what a watch saw, in journal and report, once the run is at its end.
     *
     * @throws MigrationException if somebody is at work, or it cannot be written
     */
    public void ended(String run, Duration watched, BreakMeter.Tally tally) throws MigrationException {
        underLock(() -> {
            Optional<RunRecord> record = find(run);
            if (record.isPresent()) {
                workshop.history()
                        .write(
                                record.get(),
                                List.of(new JournalEntry.Watched(context.clock().instant(), watched, tally)));
                List<String> told = new ArrayList<>();
                told.add("Watched for " + TimeText.of(watched) + ": " + tally.text() + ".");
                boolean after = false;
                for (JournalEntry entry : record.get().entries()) {
                    after = after || entry instanceof JournalEntry.Waiting;
                    if (after && entry instanceof JournalEntry.Noted noted) {
                        told.add(noted.sentence());
                    }
                }
                workshop.history().addToReport(run, section(String.join("\n\n", told)));
            }
            return run;
        });
    }

    private static String section(String text) {
        return "## 👁️ After the run\n\n" + text + "\n";
    }

    /** Something that is done under the lock of the project. */
    private interface Work {
        String done() throws MigrationException, IOException;
    }

    /** The lock is somebody's for a moment often, as when the guard writes a note; the operator's word waits for it. */
    private String underLock(Work work) throws MigrationException {
        for (int tried = 1; tried < TRIES; tried++) {
            Optional<ProjectLock> lock = ProjectLock.tryTake(context.state());
            if (lock.isPresent()) {
                return under(lock.get(), work);
            }
            try {
                workshop.pause().pause(BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MigrationException("Interrupted; nothing was changed.", e);
            }
        }
        return under(ProjectLock.take(context.state()), work);
    }

    private String under(ProjectLock taken, Work work) throws MigrationException {
        try (ProjectLock _ = taken) {
            return work.done();
        } catch (IOException e) {
            throw new MigrationException(
                    "Bulkhead's records in " + context.state().path() + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** Returns the files of the guard of a run. */
    public GuardFiles guard(String run) {
        return workshop.guard(run);
    }

    /** Returns the clock that tells the time of what is written. */
    public InstantSource clock() {
        return context.clock();
    }
}
