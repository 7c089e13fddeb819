package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.execute.FileOperations;
import dev.bulkhead.migrate.execute.OperationRunner;
import dev.bulkhead.migrate.execute.StepLanes;
import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.live.EngineSilence;
import dev.bulkhead.migrate.outside.SeenFromOutside;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.ExchangeBack;
import dev.bulkhead.migrate.restore.FilesBack;
import dev.bulkhead.migrate.restore.RestoreContent;
import dev.bulkhead.migrate.restore.Rollback;
import dev.bulkhead.migrate.restore.RollbackResult;
import dev.bulkhead.migrate.restore.Take;
import dev.bulkhead.migrate.verify.Baseline;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Run of a plan: restore point, one operation after the other, verification; on failure the way back. Every step is in
 * the journal before it is done, so that a run whose process ends can be taken up or undone by another.
 */
public final class MigrationRun {

    private final RunTools tools;
    private final RunRequest request;
    private final RunFiles files;
    private final Journal journal;
    private final RunProgress progress;
    private final PlanCourse.AsideTexts texts;
    private Optional<RestoreContent> restore = Optional.empty();
    private Optional<ViewFromOutside> view = Optional.empty();
    private Baseline baseline = Baseline.UNKNOWN;
    private EarlierRun.AfterFiles afterFiles;
    private List<RunRecord> later = List.of();
    private Undone undone = new Undone(List.of(), true);

    MigrationRun(RunTools tools, RunRequest request, RunState state) {
        this.tools = tools;
        this.request = request;
        this.files = new RunFiles(tools.runs().resolve(request.id()));
        this.journal = files.journal();
        this.progress = new RunProgress(tools, journal, state);
        this.texts = new PlanCourse.AsideTexts(tools, journal);
        this.afterFiles = request::after;
    }

    /**
     * Starts a run that has not been carried out yet; its directory is made and what was decided is kept in it.
     *
     * @throws IOException if its directory cannot be written
     */
    public static RunResult start(RunTools tools, RunRequest request) throws IOException, InterruptedException {
        MigrationRun run = new MigrationRun(tools, request, RunState.PREPARED);
        run.files.create();
        run.files.writeDecided(request.decided());
        run.journal.append(new JournalEntry.Opened(
                run.progress.began(),
                request.id(),
                request.plan().iteration(),
                request.plan().project(),
                request.plan().steps().size(),
                tools.practice()));
        for (JournalEntry term : tools.terms(run.progress.began(), request.probation())) {
            run.journal.append(term);
        }
        return run.watched(SeenFromOutside.Way.THERE, run::fromTheStart);
    }

    /** Carries out the steps of a cut off or cancelled run that are not known to be done. */
    static RunResult resume(RunTools tools, RunRequest request, RunRecord record, EarlierRun.AfterFiles after)
            throws IOException, InterruptedException {
        MigrationRun run = new MigrationRun(tools, request, record.state());
        run.afterFiles = after;
        run.load(record);
        run.takeUp(record);
        return run.watched(SeenFromOutside.Way.THERE, watch -> {
            run.progress.enter(RunState.APPLYING);
            run.restore.ifPresent(before -> new StartedAgain(tools.tools().engine(), before)
                    .start(request.plan(), record.done(), run.progress::log));
            Set<Integer> cutOff =
                    record.begun().stream().map(JournalEntry.Began::step).collect(Collectors.toSet());
            run.apply(watch, request.plan().lasting(record.done(), cutOff));
        });
    }

    /**
     * Walks back to the restore point of a run.
     *
     * @param later runs that came after it and are undone with it, last first
     * @param choices name of a file to what the operator takes of it
     * @throws NoWayBackException if something has to be settled first; then nothing is touched
     */
    static RunResult rollBack(
            RunTools tools, RunRequest request, RunRecord record, List<RunRecord> later, Map<String, Take> choices)
            throws IOException, InterruptedException, NoWayBackException {
        MigrationRun run = new MigrationRun(tools, request, record.state());
        run.later = List.copyOf(later);
        run.load(record);
        FilesBack back = run.settle(choices);
        run.takeUp(record);
        return run.watched(SeenFromOutside.Way.BACK, watch -> run.rollBack(watch, back));
    }

    private void load(RunRecord record) throws IOException {
        undone = Undone.of(tools.restorePoints(), record, later);
        restore = undone.points().stream()
                .filter(content ->
                        record.restorePoint().equals(Optional.of(content.point().id())))
                .findFirst();
    }

    private void takeUp(RunRecord record) throws IOException {
        baseline = files.readBaseline();
        progress.goOnFrom(record);
        texts.goOnFrom(record);
        if (progress.state().underWay()) {
            progress.enter(RunState.INTERRUPTED);
        }
    }

    /** Decides what becomes of the files, before anything is touched. */
    private FilesBack settle(Map<String, Take> choices) throws IOException, NoWayBackException {
        if (restore.isEmpty()) {
            throw new NoWayBackException(List.of("There is no restore point to go back to."));
        }
        return (texts.all().isEmpty() ? undone : undone.with(texts.all())).settled(tools, choices);
    }

    /** A part of a run that needs the engine's events. */
    private interface Course {
        void run(ContainerWatch watch) throws IOException, InterruptedException;
    }

    private RunResult watched(SeenFromOutside.Way way, Course course) throws IOException, InterruptedException {
        try (ContainerWatch watch = new ContainerWatch(
                tools.tools().engine(),
                restore.map(RestoreContent::project).orElse(request.plan().project()),
                tools.tools().clock(),
                tools.patience(),
                (service, status, at) -> tools.listener().onEvent(new RunEvent.ServiceSeen(service, status, at)))) {
            try (ViewFromOutside seen = ViewFromOutside.open(tools, progress, request, restore, way)) {
                view = Optional.of(seen);
                course.run(watch);
                seen.end();
            }
        }
        return progress.result(request.id(), restore.map(RestoreContent::point));
    }

    private void fromTheStart(ContainerWatch watch) throws IOException, InterruptedException {
        progress.enter(RunState.CAPTURING);
        try {
            RestoreContent content = new RestorePointTaker(tools).take(request.id(), request.plan());
            restore = Optional.of(content);
            undone = new Undone(List.of(content), true);
            baseline = verification().before();
        } catch (IOException | EngineException e) {
            progress.note("Nothing was changed: no restore point could be taken: " + e.getMessage());
            progress.enter(RunState.ABANDONED);
            return;
        }
        progress.secured(restore.get().point());
        progress.enter(RunState.APPLYING);
        apply(watch, Set.of());
    }

    private void apply(ContainerWatch watch, Set<Integer> done) throws IOException, InterruptedException {
        PlanCourse course = new PlanCourse(
                tools,
                request,
                journal,
                progress,
                fileOperations(),
                new PlanCourse.Way(
                        watch, runner(watch), steps -> inverses(watch, steps), restore, verification()::losesAWay));
        switch (course.run(done)) {
            case StepLanes.Ending.Done() -> verify(watch);
            case StepLanes.Ending.Cancelled() -> progress.enter(RunState.CANCELLED);
            case StepLanes.Ending.Failed(PlanStep step) ->
                turnBack(
                        watch,
                        "during step " + step.number() + " of "
                                + request.plan().steps().size() + " ("
                                + step.operation().subject() + ")");
        }
    }

    private void verify(ContainerWatch watch) throws IOException, InterruptedException {
        progress.enter(RunState.VERIFYING);
        RunVerification verification = verification();
        try {
            verification.run(
                    texts.all().isEmpty() ? afterFiles.read() : filesNow(),
                    restore.map(RestoreContent::state).orElseGet(watch::state),
                    baseline);
        } catch (EngineException | ComposeException e) {
            progress.note("The result could not be verified: " + e.getMessage());
            if (!interrupted("while the result was verified")) {
                done(RunState.UNVERIFIED);
            }
            return;
        }
        // what looks lost may only not have been answered for
        if (interrupted("while the result was verified")) {
            return;
        }
        switch (verification.verdict()) {
            case LOST -> rollBack(watch);
            case NOT_ALL_HOLDS -> done(RunState.UNVERIFIED);
            case HOLDS -> done(RunState.SUCCEEDED);
        }
    }

    /** The change stays, at once or after its probation. */
    private void done(RunState kept) throws IOException {
        if (request.probation().isNone()) {
            progress.enter(kept);
            return;
        }
        Optional<Duration> confirm = request.probation().confirmWithin();
        journal.append(new JournalEntry.Waiting(tools.now(), confirm.map(tools.now()::plus), kept));
        progress.enter(confirm.isPresent() ? RunState.AWAITING_CONFIRMATION : RunState.WATCHING);
    }

    /** Walks back; without an engine there is no way, and the run is left as it is for when there is one again. */
    private void turnBack(ContainerWatch watch, String when) throws IOException, InterruptedException {
        if (!interrupted(when)) {
            rollBack(watch);
        }
    }

    /** Returns whether the engine is gone; then the run is interrupted. */
    private boolean interrupted(String when) throws IOException {
        if (EngineSilence.of(tools.tools().engine()).isEmpty()) {
            return false;
        }
        String sentence = "The engine went away " + when + "; once it answers again, continue the run or roll it back.";
        progress.noteFirst(sentence);
        progress.enter(RunState.INTERRUPTED);
        return true;
    }

    /** Walks back by itself; where the operator has to settle something first, the run is left for that. */
    private void rollBack(ContainerWatch watch) throws IOException, InterruptedException {
        try {
            rollBack(watch, settle(Map.of()));
        } catch (NoWayBackException e) {
            progress.noteFirst(String.valueOf(e.getMessage()));
            progress.enter(RunState.INTERRUPTED);
        }
    }

    private void rollBack(ContainerWatch watch, FilesBack back) throws IOException, InterruptedException {
        progress.enter(RunState.ROLLING_BACK);
        view.ifPresent(ViewFromOutside::turnedBack);
        Map<String, Downtime> before = watch.downtimes();
        List<JournalEntry.Began> steps = new ArrayList<>();
        later.forEach(run -> steps.addAll(run.touched()));
        RunRecord.of(request.id(), journal.read()).ifPresent(record -> steps.addAll(record.touched()));
        RollbackResult result = new Rollback(
                        tools.tools(), restore.orElseThrow(), back, tools.restorePoints(), progress::log)
                .run(watch, inverses(watch, steps));
        progress.awaySince(before, watch);
        for (String done : result.done()) {
            progress.undone(done);
        }
        for (String left : result.left()) {
            progress.note(left);
        }
        if (result.complete()) {
            verification().afterWayBack();
        }
        progress.enter(result.complete() ? RunState.ROLLED_BACK : RunState.NEEDS_PERSON);
    }

    private RunVerification verification() {
        return new RunVerification(tools, request, files, progress);
    }

    private InverseRunner inverses(ContainerWatch watch, List<JournalEntry.Began> steps) {
        ExchangeBack exchanges = new ExchangeBack(tools.tools().engine(), restore.orElseThrow(), watch, progress::log);
        return new InverseRunner(runner(watch), exchanges, this::filesNow, steps, watch, progress::log);
    }

    /** Once a phase was taken back alone, only the files know what they say. */
    private Topology filesNow() throws ComposeException {
        return new ComposeLoader(tools.tools().disk())
                .load(tools.tools().request())
                .topology();
    }

    private FileOperations fileOperations() {
        return new FileOperations(tools.tools(), texts);
    }

    private OperationRunner runner(ContainerWatch watch) {
        return new OperationRunner(
                tools.tools(),
                restore.map(RestoreContent::project).orElse(request.plan().project()),
                watch,
                new OperationRunner.Probing(tools.verifier(), baseline),
                fileOperations(),
                progress::log);
    }
}
