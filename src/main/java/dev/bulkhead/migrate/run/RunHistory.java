package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All runs of a project, as their journals tell them, and the ways to take one up. */
public final class RunHistory {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final Topology EMPTY = Topology.of("", List.of(), List.of());

    private final Path runs;

    /** Reads the project's files as they are now. */
    @FunctionalInterface
    public interface AfterFiles {
        /** Returns what they say. */
        Topology read() throws ComposeException;
    }

    /** Reads the runs of a directory, which need not be there. */
    public RunHistory(Path runs) {
        this.runs = runs;
    }

    /** Returns an id for a run that begins now, which no run has. */
    public String nextId(Instant now, String iteration) {
        String base = ID.format(now) + "-" + iteration;
        String id = base;
        for (int n = 2; Files.exists(runs.resolve(id)); n++) {
            id = base + "-" + n;
        }
        return id;
    }

    /**
     * Returns the runs, oldest first.
     *
     * @throws IOException if a journal cannot be read
     */
    public List<RunRecord> all() throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        List<RunRecord> records = new ArrayList<>();
        try (Stream<Path> places = Files.list(runs)) {
            for (Path place : places.sorted().toList()) {
                Journal journal = new Journal(place);
                if (journal.exists()) {
                    RunRecord.of(journal.read()).ifPresent(records::add);
                }
            }
        }
        records.sort(Comparator.comparing(RunRecord::began).thenComparing(RunRecord::id));
        return records;
    }

    /**
     * Returns the run that is neither finished nor rolled back, if there is one.
     *
     * @throws IOException if a journal cannot be read
     */
    public Optional<OpenRun> openRun() throws IOException {
        Function<RunRecord, OpenRun> open = record -> new OpenRun(
                record.id(),
                record.iteration(),
                record.state().underWay() ? RunState.INTERRUPTED : record.state(),
                record.lastWritten(),
                new OpenRun.Progress(
                        record.done().stream().sorted().toList(),
                        record.begun().map(JournalEntry.Began::step),
                        record.steps()),
                record.canContinue(),
                RunStory.of(record));
        return all().reversed().stream()
                // without a restore point nothing had been touched
                .filter(record ->
                        !record.state().settled() && record.restorePoint().isPresent())
                .findFirst()
                .map(open);
    }

    /**
     * Carries out the remaining steps of a run.
     *
     * @param after reads the project as its files say once they are written
     * @throws IOException if its directory cannot be read or written
     */
    public RunResult resume(RunTools tools, RunRecord record, AfterFiles after)
            throws IOException, InterruptedException {
        return MigrationRun.resume(tools, request(record, EMPTY), record, after);
    }

    /**
     * Walks back to the restore point of a run.
     *
     * @param now the project as its files say
     * @throws IOException if its directory cannot be read or written
     */
    public RunResult rollBack(RunTools tools, RunRecord record, Topology now) throws IOException, InterruptedException {
        List<JournalEntry.Began> later = all().reversed().stream()
                .filter(other -> other.began().isAfter(record.began()) && !other.undone())
                .flatMap(other -> other.touched().stream())
                .toList();
        return MigrationRun.rollBack(tools, request(record, now), record, later);
    }

    /**
     * Writes down that a later run is undone with an earlier one.
     *
     * @throws IOException if its journal cannot be written
     */
    public void markRolledBack(RunTools tools, RunRecord record, String sentence) throws IOException {
        Journal journal = new RunFiles(runs.resolve(record.id())).journal();
        journal.append(new JournalEntry.Noted(tools.now(), sentence));
        journal.append(new JournalEntry.Entered(tools.now(), RunState.ROLLED_BACK));
    }

    /** Returns a run by its id. */
    public Optional<RunRecord> find(String id) throws IOException {
        return all().stream().filter(record -> record.id().equals(id)).findFirst();
    }

    /** Returns the request that a run was started with. */
    public RunRequest request(RunRecord record, Topology after) throws IOException {
        RunFiles.Decided decided = new RunFiles(runs.resolve(record.id())).readDecided();
        return new RunRequest(record.id(), decided.plan(), after, decided.flows(), decided.mayGo(), decided.facts());
    }

    /** Keeps a run's report beside its journal; returns where. */
    public Path keepReport(String run, String markdown) throws IOException {
        return new RunFiles(runs.resolve(run)).writeReport(markdown);
    }

    /** Returns where a run's report is, if it has one. */
    public Optional<Path> report(String run) {
        return new RunFiles(runs.resolve(run)).report();
    }
}
