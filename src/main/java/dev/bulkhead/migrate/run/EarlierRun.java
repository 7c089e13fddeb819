package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.record.DamagedRecordException;
import dev.bulkhead.migrate.restore.FilesBack;
import dev.bulkhead.migrate.restore.Take;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An earlier run in hand: to be continued, gone back from, or closed as it is. */
public final class EarlierRun {

    private static final Topology EMPTY = Topology.of("", List.of(), List.of());

    private final RunHistory history;
    private final RunTools tools;
    private final RunRecord record;

    EarlierRun(RunHistory history, RunTools tools, RunRecord record) {
        this.history = history;
        this.tools = tools;
        this.record = record;
    }

    /** Reads the project's files as they are now. */
    @FunctionalInterface
    public interface AfterFiles {
        /** Returns what they say. */
        Topology read() throws ComposeException;
    }

    /**
     * Carries out the remaining steps.
     *
     * @param after reads the project as its files say once they are written
     * @throws IOException if its directory cannot be read or written
     */
    public RunResult resume(AfterFiles after) throws IOException, InterruptedException {
        RunRequest request =
                new RunRequest(record.id(), history.decided(record, tools.restorePoints()), EMPTY, record.probation());
        return MigrationRun.resume(tools, request, record, after);
    }

    /**
     * Walks back to its restore point.
     *
     * @param now the project as its files say
     * @param choices name of a file to what the operator takes of it
     * @throws NoWayBackException if something has to be settled first; then nothing is touched
     * @throws IOException if its directory cannot be read or written
     */
    public RunResult rollBack(Topology now, Map<String, Take> choices)
            throws IOException, InterruptedException, NoWayBackException {
        return MigrationRun.rollBack(tools, history.request(record, now), record, history.later(record), choices);
    }

    /**
     * Returns what becomes of the files when it is gone back from; nothing is touched.
     *
     * @param choices name of a file to what the operator takes of it
     * @throws DamagedRecordException if its restore point cannot be used
     * @throws IOException if a file cannot be read
     */
    public FilesBack filesBack(Map<String, Take> choices) throws IOException {
        return Undone.of(tools.restorePoints(), record, history.later(record)).files(tools, choices);
    }

    /**
     * Returns what the way back takes back, last first, each as a sentence with the outage it had on the way there.
     *
     * @throws IOException if a journal cannot be read
     */
    public List<String> stepsBack() throws IOException {
        List<RunRecord> undone = new ArrayList<>(history.later(record));
        undone.add(record);
        List<String> steps = new ArrayList<>();
        for (RunRecord run : undone) {
            for (JournalEntry.Began step : run.touched()) {
                String inverse = step.inverse().stream()
                        .filter(operation -> !(operation instanceof Operation.RestoreFiles))
                        .map(operation -> operation.subject() + ": " + operation.action())
                        .collect(Collectors.joining("; "));
                if (!inverse.isEmpty()) {
                    steps.add(inverse + run.awayDuring(step.step()));
                }
            }
        }
        return steps;
    }

    /**
     * Closes it, left in the middle, with files and engine as they are.
     *
     * @throws IOException if its journal cannot be written
     */
    public void leave(String sentence) throws IOException {
        if (record.state().underWay()) {
            history.write(record, List.of(new JournalEntry.Entered(tools.now(), RunState.INTERRUPTED)));
        }
        close(sentence, RunState.LEFT);
    }

    /**
     * Writes down that it is undone with an earlier one.
     *
     * @throws IOException if its journal cannot be written
     */
    public void markRolledBack(String sentence) throws IOException {
        close(sentence, RunState.ROLLED_BACK);
    }

    private void close(String sentence, RunState state) throws IOException {
        history.write(
                record,
                List.of(new JournalEntry.Noted(tools.now(), sentence), new JournalEntry.Entered(tools.now(), state)));
    }
}
