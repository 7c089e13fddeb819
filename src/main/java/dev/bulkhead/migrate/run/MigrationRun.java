package dev.bulkhead.migrate.run;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.live.EngineSilence;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.FilesBack;
import dev.bulkhead.migrate.restore.RestoreContent;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.restore.Rollback;
import dev.bulkhead.migrate.restore.RollbackResult;
import dev.bulkhead.migrate.restore.Take;
import dev.bulkhead.migrate.verify.Baseline;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.Expectation;
import dev.bulkhead.migrate.verify.Verifier;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries a plan out: restore point, one operation after the other, verification; on failure the way back. Every step
 * is in the journal before it is done, so that a run whose process ends can be taken up or undone by another.
 */
public final class MigrationRun {

    private final RunTools tools;
    private final RunRequest request;
    private final RunFiles files;
    private final Journal journal;
    private final RunMachine machine;
    private final Instant began;
    private final List<String> issues = new ArrayList<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final NavigableMap<String, Downtime> away = new TreeMap<>();
    private Duration operations = Duration.ZERO;
    private Optional<RestoreContent> restore = Optional.empty();
    private Baseline baseline = Baseline.UNKNOWN;
    private RunHistory.AfterFiles afterFiles;
    private List<RunRecord> later = List.of();
    private Undone undone = new Undone(List.of(), true);

    MigrationRun(RunTools tools, RunRequest request, RunState state) {
        this.tools = tools;
        this.request = request;
        this.files = new RunFiles(tools.runs().resolve(request.id()));
        this.journal = files.journal();
        this.machine = new RunMachine(state, journal, tools.tools().clock(), tools.listener());
        this.began = tools.now();
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
        run.files.writeDecided(new RunFiles.Decided(request.plan(), request.flows(), request.mayGo(), request.facts()));
        run.journal.append(new JournalEntry.Opened(
                run.began,
                request.id(),
                request.plan().iteration(),
                request.plan().project(),
                request.plan().steps().size()));
        if (!request.probation().isNone()) {
            run.journal.append(new JournalEntry.Bound(run.began, request.probation()));
        }
        return run.watched(run::fromTheStart);
    }

    /** Carries out the steps of a cut off or cancelled run that are not known to be done. */
    static RunResult resume(RunTools tools, RunRequest request, RunRecord record, RunHistory.AfterFiles after)
            throws IOException, InterruptedException {
        MigrationRun run = new MigrationRun(tools, request, record.state());
        run.afterFiles = after;
        run.load(record);
        run.takeUp(record);
        return run.watched(watch -> {
            run.machine.enter(RunState.APPLYING);
            run.apply(watch, record.done());
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
        return run.watched(watch -> run.rollBack(watch, back));
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
        away.putAll(record.away());
        operations = record.operations();
        if (machine.state().underWay()) {
            machine.enter(RunState.INTERRUPTED);
        }
    }

    /** Decides what becomes of the files, before anything is touched. */
    private FilesBack settle(Map<String, Take> choices) throws IOException, NoWayBackException {
        if (restore.isEmpty()) {
            throw new NoWayBackException(List.of("There is no restore point to go back to."));
        }
        FilesBack back = FilesBack.decide(
                undone.points(), undone.complete(), tools.tools().files().root(), choices);
        List<String> open = new ArrayList<>(back.questions());
        if (open.isEmpty()) {
            back.unreadable(tools.tools().request(), tools.tools().disk()).ifPresent(open::add);
        }
        if (!open.isEmpty()) {
            open.addFirst("The way back was not begun, and nothing was touched.");
            throw new NoWayBackException(open);
        }
        return back;
    }

    /** A part of a run that needs the engine's events. */
    private interface Course {
        void run(ContainerWatch watch) throws IOException, InterruptedException;
    }

    private RunResult watched(Course course) throws IOException, InterruptedException {
        try (ContainerWatch watch = new ContainerWatch(
                tools.tools().engine(),
                restore.map(RestoreContent::project).orElse(request.plan().project()),
                tools.tools().clock(),
                (service, status, at) -> tools.listener().onEvent(new RunEvent.ServiceSeen(service, status, at)))) {
            course.run(watch);
        }
        return new RunResult(
                request.id(),
                machine.state(),
                new RunResult.Times(began, tools.now(), operations),
                restore.map(RestoreContent::point),
                checks,
                away,
                issues);
    }

    private void fromTheStart(ContainerWatch watch) throws IOException, InterruptedException {
        machine.enter(RunState.CAPTURING);
        try {
            RestoreContent content = new RestorePointTaker(tools).take(request.id(), request.plan());
            restore = Optional.of(content);
            undone = new Undone(List.of(content), true);
            baseline = verifier().baseline(request.plan().project(), request.flows());
            files.writeBaseline(baseline);
        } catch (IOException | EngineException e) {
            note("Nothing was changed: no restore point could be taken: " + e.getMessage());
            machine.enter(RunState.ABANDONED);
            return;
        }
        RestorePoint point = restore.get().point();
        journal.append(new JournalEntry.Secured(tools.now(), point.id()));
        tools.listener()
                .onEvent(new RunEvent.RestorePointTaken(
                        point.id(),
                        point.counts().files(),
                        point.counts().containers(),
                        point.counts().networks(),
                        point.counts().bytes()));
        machine.enter(RunState.APPLYING);
        apply(watch, Set.of());
    }

    private void apply(ContainerWatch watch, Set<Integer> done) throws IOException, InterruptedException {
        OperationRunner runner = runner(watch);
        for (PlanStep step : request.plan().steps()) {
            if (done.contains(step.number())) {
                continue;
            }
            if (!mayGoOn()) {
                machine.enter(RunState.CANCELLED);
                return;
            }
            if (!carryOut(step, runner, watch)) {
                turnBack(
                        watch,
                        "during step " + step.number() + " of "
                                + request.plan().steps().size() + " ("
                                + step.operation().subject() + ")");
                return;
            }
        }
        verify(watch);
    }

    private boolean mayGoOn() throws IOException, InterruptedException {
        RunControl control = tools.control();
        if (control.pauseWanted() && !control.cancelWanted()) {
            machine.enter(RunState.PAUSED);
            control.awaitResume();
            if (!control.cancelWanted()) {
                machine.enter(RunState.APPLYING);
            }
        }
        return !control.cancelWanted();
    }

    private boolean carryOut(PlanStep step, OperationRunner runner, ContainerWatch watch)
            throws IOException, InterruptedException {
        Operation operation = step.operation();
        journal.append(new JournalEntry.Began(
                tools.now(), step.number(), operation.subject() + ": " + operation.action(), step.inverse()));
        tools.listener().onEvent(new RunEvent.StepStarted(step, tools.now()));
        long start = System.nanoTime();
        Map<String, Downtime> before = watch.downtimes();
        try {
            String outcome = runSafely(runner, operation);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Map<String, Downtime> during = Downtime.between(before, watch.downtimes());
            during.forEach((service, time) -> away.merge(service, time, Downtime::plus));
            operations = operations.plus(took);
            journal.append(new JournalEntry.Done(tools.now(), step.number(), took, outcome, during));
            tools.listener().onEvent(new RunEvent.StepFinished(step, took, outcome));
            return true;
        } catch (OperationException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            String sentence = String.valueOf(e.getMessage());
            issues.add("Step " + step.number() + " (" + operation.subject() + ") failed: " + sentence);
            journal.append(new JournalEntry.Failed(tools.now(), step.number(), sentence));
            tools.listener().onEvent(new RunEvent.StepFailed(step, took, sentence));
            return false;
        }
    }

    /** A mistake in the program must not keep the way back from being walked. */
    private static String runSafely(OperationRunner runner, Operation operation)
            throws OperationException, InterruptedException {
        try {
            return runner.run(operation);
        } catch (RuntimeException e) {
            throw new OperationException("Something unexpected happened: " + e + ".", e);
        }
    }

    private void verify(ContainerWatch watch) throws IOException, InterruptedException {
        machine.enter(RunState.VERIFYING);
        List<String> expected = request.plan().steps().stream()
                .filter(step -> step.operation() instanceof Operation.WaitReady)
                .flatMap(step -> step.operation().services().stream())
                .distinct()
                .toList();
        try {
            Expectation expectation = new Expectation(
                    afterFiles.read(),
                    expected,
                    request.flows(),
                    restore.map(RestoreContent::state).orElseGet(watch::state),
                    baseline,
                    request.mayGo());
            checks.addAll(
                    verifier().verify(expectation, result -> tools.listener().onEvent(new RunEvent.Checked(result))));
            verifyGates();
        } catch (EngineException | ComposeException e) {
            note("The result could not be verified: " + e.getMessage());
            if (!interrupted("while the result was verified")) {
                done(RunState.UNVERIFIED);
            }
            return;
        }
        if (interrupted("while the result was verified")) {
            return;
        }
        List<CheckResult> lost = checks.stream().filter(CheckResult::lost).toList();
        if (!lost.isEmpty()) {
            for (CheckResult check : lost) {
                note("Lost: " + check.subject() + ": " + check.saw());
            }
            rollBack(watch);
            return;
        }
        boolean failed = checks.stream().anyMatch(check -> check.status() == CheckStatus.FAILED);
        done(failed ? RunState.UNVERIFIED : RunState.SUCCEEDED);
    }

    /** The change stays, at once or after its probation. */
    private void done(RunState kept) throws IOException {
        if (request.probation().isNone()) {
            machine.enter(kept);
            return;
        }
        Optional<Duration> confirm = request.probation().confirmWithin();
        journal.append(new JournalEntry.Waiting(tools.now(), confirm.map(tools.now()::plus), kept));
        machine.enter(confirm.isPresent() ? RunState.AWAITING_CONFIRMATION : RunState.WATCHING);
    }

    /** What was a gate on the way has to be so at the end as well. */
    private void verifyGates() throws EngineException, InterruptedException {
        Set<Operation> gates = new LinkedHashSet<>();
        request.plan().steps().forEach(step -> gates.add(step.operation()));
        for (Operation gate : gates) {
            Optional<CheckResult> seen = switch (gate) {
                case Operation.ProbeRoute(var route) ->
                    Optional.of(verifier().route(request.plan().project(), route));
                case Operation.ProbeClosed closed ->
                    Optional.of(verifier().closed(request.plan().project(), closed.service(), closed.port()));
                case Operation.WriteFiles _,
                        Operation.RestoreFiles _,
                        Operation.CreateNetwork _,
                        Operation.RemoveNetwork _,
                        Operation.Connect _,
                        Operation.Disconnect _,
                        Operation.RecreateServices _,
                        Operation.RemoveServices _,
                        Operation.StartContainer _,
                        Operation.StopContainer _,
                        Operation.RestartContainer _,
                        Operation.WaitReady _,
                        Operation.ProbeFlows _ -> Optional.empty();
            };
            seen.ifPresent(result -> {
                checks.add(result);
                tools.listener().onEvent(new RunEvent.Checked(result));
            });
        }
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
        issues.addFirst(sentence);
        journal.append(new JournalEntry.Noted(tools.now(), sentence));
        log(sentence);
        machine.enter(RunState.INTERRUPTED);
        return true;
    }

    /** Walks back by itself; where the operator has to settle something first, the run is left for that. */
    private void rollBack(ContainerWatch watch) throws IOException, InterruptedException {
        try {
            rollBack(watch, settle(Map.of()));
        } catch (NoWayBackException e) {
            String sentence = String.valueOf(e.getMessage());
            issues.addFirst(sentence);
            journal.append(new JournalEntry.Noted(tools.now(), sentence));
            log(sentence);
            machine.enter(RunState.INTERRUPTED);
        }
    }

    private void rollBack(ContainerWatch watch, FilesBack back) throws IOException, InterruptedException {
        machine.enter(RunState.ROLLING_BACK);
        Map<String, Downtime> before = watch.downtimes();
        List<JournalEntry.Began> steps = new ArrayList<>();
        later.forEach(run -> steps.addAll(run.touched()));
        RunRecord.of(request.id(), journal.read()).ifPresent(record -> steps.addAll(record.touched()));
        RollbackResult result = new Rollback(
                        tools.tools(), restore.orElseThrow(), back, tools.restorePoints(), this::log)
                .run(watch, new InverseRunner(runner(watch), steps, watch, this::log));
        Downtime.between(before, watch.downtimes())
                .forEach((service, time) -> away.merge(service, time, Downtime::plus));
        for (String done : result.done()) {
            journal.append(new JournalEntry.Noted(tools.now(), done));
            tools.listener().onEvent(new RunEvent.Undone(done));
        }
        for (String left : result.left()) {
            note(left);
        }
        machine.enter(result.complete() ? RunState.ROLLED_BACK : RunState.NEEDS_PERSON);
    }

    private OperationRunner runner(ContainerWatch watch) {
        return new OperationRunner(
                tools.tools(),
                restore.map(RestoreContent::project).orElse(request.plan().project()),
                watch,
                new OperationRunner.Probing(verifier(), baseline),
                this::log);
    }

    private Verifier verifier() {
        return new Verifier(tools.tools().engine(), tools.pause());
    }

    private void note(String sentence) throws IOException {
        issues.add(sentence);
        journal.append(new JournalEntry.Noted(tools.now(), sentence));
        log(sentence);
    }

    private void log(String line) {
        tools.listener().onEvent(new RunEvent.LogLine(tools.now(), line));
    }
}
