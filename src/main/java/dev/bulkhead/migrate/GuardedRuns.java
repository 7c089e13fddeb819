package dev.bulkhead.migrate;

import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs on probation as their guard works with them: watched, noted, kept at the end of the watch or taken back. Everything is
 * written under the project's lock, after looking again at where the run stands: only one of operator and guard decides.
 *
 * @see Confirmation
 */
public final class GuardedRuns {

    private final MigrationContext context;
    private final MigrationStore store;
    private final RecordReader records;
    private final ProjectRollback rollback;

    GuardedRuns(MigrationContext context, MigrationStore store, RecordReader records, ProjectRollback rollback) {
        this.context = context;
        this.store = store;
        this.records = records;
        this.rollback = rollback;
    }

    /** Returns the files of the guard of a run. */
    public GuardFiles files(String run) {
        return store.guard(run);
    }

    /** Returns the clock that tells the time of what is written. */
    public InstantSource clock() {
        return context.clock();
    }

    /**
     * Returns a run.
     *
     * @throws MigrationException if its journal cannot be read
     */
    public Optional<RunRecord> find(String run) throws MigrationException {
        return records.find(run);
    }

    /**
     * Takes a run back, if it still stands where the guard last saw it.
     *
     * @param why the reason, as a sentence; empty when the journal has it already
     * @throws MigrationException if somebody else has decided meanwhile or is at work, or the way back cannot be begun
     */
    public RunOutcome takeBack(RunRecord seen, Optional<String> why, RunListener listener) throws MigrationException {
        return rollback.goBack(
                seen.restorePoint().orElse(seen.id()),
                () -> {
                    RunRecord now = find(seen.id()).orElse(seen);
                    if (now.entries().size() != seen.entries().size()) {
                        throw new MigrationException("Run " + seen.id() + " has gone on meanwhile.");
                    }
                    if (why.isPresent()) {
                        store.history()
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
            RunRequest request = store.history().request(record, Topology.of("", List.of(), List.of()));
            Set<String> worked = new TreeSet<>();
            store.history().baseline(record).flows().forEach((flow, held) -> {
                if (held) {
                    worked.add(flow);
                }
            });
            Set<String> ready = request.plan().steps().stream()
                    .filter(step -> step.operation() instanceof Operation.WaitReady)
                    .flatMap(step -> step.operation().services().stream())
                    .collect(Collectors.toSet());
            return new Watch(
                    new Looker(
                            context.engine(),
                            request.plan().project(),
                            request.decided().flows()),
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
        store.underLock(() -> {
            RunRecord record = stillWaiting(run);
            store.history()
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
        store.underLock(() -> {
            RunRecord record = stillWaiting(run);
            RunState kept = broken
                    ? RunState.UNVERIFIED
                    : record.waiting().map(JournalEntry.Waiting::then).orElse(RunState.UNVERIFIED);
            store.history()
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
        store.underLock(() -> {
            Optional<RunRecord> record = find(run);
            if (record.isPresent()) {
                store.history()
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
                store.retell(run, told);
            }
            return run;
        });
    }
}
