package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.record.Damage;
import dev.bulkhead.migrate.record.DamagedRecordException;
import dev.bulkhead.migrate.record.Sequence;
import dev.bulkhead.migrate.restore.RestorePoints;
import dev.bulkhead.migrate.verify.Baseline;
import dev.bulkhead.migrate.watch.Probation;
import dev.bulkhead.reach.rules.Progress;
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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** History of a project's runs, as their journals tell them, with what is kept beside each. */
public final class RunHistory {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path runs;
    private final Path project;

    /**
     * Reads the runs of a directory, which need not be there.
     *
     * @param project the project directory as it is named now
     */
    public RunHistory(Path runs, Path project) {
        this.runs = runs;
        this.project = project;
    }

    /**
     * Returns an id for the next run, which comes after that of every run there is.
     *
     * @param now only to be read by people; it decides nothing
     * @throws IOException if the directory cannot be read
     */
    public String nextId(Instant now, String iteration) throws IOException {
        int newest = 0;
        if (Files.isDirectory(runs)) {
            try (Stream<Path> places = Files.list(runs)) {
                newest = places.mapToInt(place -> Sequence.of(String.valueOf(place.getFileName())))
                        .max()
                        .orElse(0);
            }
        }
        return Sequence.name(newest, ID.format(now) + "-" + iteration);
    }

    /**
     * Returns the runs, oldest first. Damaged lines of a journal are left out and told with the run; runs that an older
     * version wrote down in another way are left out.
     *
     * @throws IOException if the directory or a journal cannot be read
     */
    public List<RunRecord> all() throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        List<RunRecord> records = new ArrayList<>();
        try (Stream<Path> places = Files.list(runs)) {
            for (Path place : places.toList()) {
                Journal journal = new Journal(place);
                if (journal.exists() && !journal.older()) {
                    RunRecord.of(String.valueOf(place.getFileName()), journal.read())
                            .ifPresent(records::add);
                }
            }
        }
        records.sort(Comparator.comparing(RunRecord::id, Sequence.OLDEST_FIRST));
        return records;
    }

    /**
     * Returns what rules that wait for an iteration are told: which of them are done on a real engine, by the records of a
     * project.
     *
     * @param state the directory of the project's records
     * @throws IOException if a journal cannot be read
     */
    public static Progress progress(Path state) throws IOException {
        return new Progress(
                Set.of(),
                new RunHistory(state.resolve("runs"), state)
                        .all().stream()
                                .filter(run -> run.state() == RunState.SUCCEEDED || run.state() == RunState.UNVERIFIED)
                                .filter(run -> !run.practice())
                                .map(RunRecord::iteration)
                                .collect(Collectors.toSet()));
    }

    /**
     * Returns the run that is neither finished nor rolled back, if there is one. It can always be ended: gone back, left as
     * it is, and mostly continued.
     *
     * @throws IOException if a journal cannot be read
     */
    public Optional<RunRecord> openRun() throws IOException {
        List<RunRecord> records = all();
        return records.reversed().stream()
                // without a restore point nothing had been touched
                .filter(record ->
                        !record.state().settled() && record.restorePoint().isPresent())
                // a run begins only when all before it are settled; what an old damaged journal lacks is the end of it
                .filter(record -> record.damage().isEmpty() || record.equals(records.getLast()))
                .findFirst();
    }

    /**
     * Returns what is wrong with journals.
     *
     * @throws IOException if the directory or a journal cannot be read
     */
    public List<Damage> damaged() throws IOException {
        List<Damage> damaged = new ArrayList<>(all().stream()
                .filter(record -> !record.damage().isEmpty())
                .map(record -> new Damage(
                        record.id(),
                        String.join("; ", record.damage()) + "; its other lines are read, and no other run needs it."))
                .toList());
        damaged.addAll(older());
        return damaged;
    }

    private List<Damage> older() throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        List<Damage> older = new ArrayList<>();
        try (Stream<Path> places = Files.list(runs)) {
            for (Path place : places.sorted().toList()) {
                Journal journal = new Journal(place);
                if (journal.exists() && journal.older()) {
                    older.add(new Damage(
                            String.valueOf(place.getFileName()),
                            place
                                    + " was written by an older version of Bulkhead, which alone can continue it or go back"
                                    + " from it; it is left as it is, and no other run needs it."));
                }
            }
        }
        return older;
    }

    /** Returns a run to be taken up again, undone or closed. */
    public EarlierRun run(RunTools tools, RunRecord record) {
        return new EarlierRun(this, tools, record);
    }

    /** Returns the runs that came after another and are undone with it, last first. */
    List<RunRecord> later(RunRecord record) throws IOException {
        return all().reversed().stream()
                .filter(other -> record.before(other) && !other.undone())
                .toList();
    }

    /**
     * Returns what was decided before a run, with every text of its files.
     *
     * @throws DamagedRecordException if it is damaged, or a text is missing
     */
    RunRequest.Decided decided(RunRecord record, RestorePoints points) throws IOException {
        return files(record)
                .readDecided(project, points.texts(record.restorePoint().orElse(record.id())));
    }

    /**
     * Removes restore points and plans of old runs that are settled.
     *
     * @param keep of how many of the newest runs everything is kept
     * @return the runs of which something was removed
     * @throws IOException if something cannot be removed
     */
    public List<String> prune(RestorePoints points, int keep) throws IOException {
        List<RunRecord> records = all();
        List<String> pruned = new ArrayList<>();
        if (openRun().isPresent()) {
            return pruned;
        }
        for (RunRecord record : records.subList(0, Math.max(0, records.size() - keep))) {
            boolean point = points.remove(record.restorePoint().orElse(record.id()));
            boolean plan = files(record).removePlan();
            if (point || plan) {
                pruned.add(record.id());
            }
        }
        return pruned;
    }

    /**
     * Writes lines down in the journal of a run that nobody else is at work on.
     *
     * @throws IOException if it cannot be written
     */
    public void write(RunRecord record, List<JournalEntry> entries) throws IOException {
        Journal journal = files(record).journal();
        for (JournalEntry entry : entries) {
            journal.append(entry);
        }
    }

    /**
     * Returns which flows worked before a run.
     *
     * @throws IOException if it cannot be read
     */
    public Baseline baseline(RunRecord record) throws IOException {
        return files(record).readBaseline();
    }

    /**
     * Writes a run's report anew, if it has one.
     *
     * @param how makes the new text of the present one
     * @throws IOException if it cannot be written
     */
    public void changeReport(String run, UnaryOperator<String> how) throws IOException {
        Optional<Path> report = report(run);
        if (report.isPresent()) {
            keepReport(run, how.apply(Files.readString(report.get())));
        }
    }

    /** Returns a run by its id. */
    public Optional<RunRecord> find(String id) throws IOException {
        Journal journal = new Journal(runs.resolve(id));
        return journal.exists() && !journal.older() ? RunRecord.of(id, journal.read()) : Optional.empty();
    }

    /**
     * Returns the request that a run was started with, without the texts of its files; where its plan is damaged, one
     * without steps: the way back does not need it.
     *
     * @throws IOException if it cannot be read
     */
    public RunRequest request(RunRecord record, Topology after) throws IOException {
        return new RunRequest(record.id(), outline(record), after, Probation.NONE);
    }

    private RunRequest.Decided outline(RunRecord record) throws IOException {
        try {
            return files(record).readOutline(project);
        } catch (DamagedRecordException e) {
            Plan unknown = new Plan(record.iteration(), "", "", List.of());
            return new RunRequest.Decided(unknown, List.of(), MayGo.NOTHING, ReportFacts.unknown(e.getMessage() + "."));
        }
    }

    private RunFiles files(RunRecord record) {
        return new RunFiles(runs.resolve(record.id()));
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
