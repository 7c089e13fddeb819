package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.verify.CheckResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Progress of a run: its state, and what was done, seen and met so far. Whatever is added is written to the journal and told to the
 * listener at once, and is part of the result in the end.
 */
final class RunProgress {

    private final RunTools tools;
    private final Journal journal;
    private final Instant began;
    private final List<String> issues = new ArrayList<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final NavigableMap<String, Downtime> away = new TreeMap<>();
    private Duration operations = Duration.ZERO;
    private RunState state;

    RunProgress(RunTools tools, Journal journal, RunState state) {
        this.tools = tools;
        this.journal = journal;
        this.state = state;
        this.began = tools.now();
    }

    Instant began() {
        return began;
    }

    RunState state() {
        return state;
    }

    /**
     * Enters a state: checked, then journalled, then told.
     *
     * @throws IllegalStateException if a run cannot go from its state to this one, which is a mistake in the program
     */
    void enter(RunState next) throws IOException {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("A run that is " + state + " cannot become " + next);
        }
        journal.append(new JournalEntry.Entered(tools.now(), next));
        state = next;
        tools.listener().onEvent(new RunEvent.StateEntered(next, tools.now()));
    }

    /** Goes on from what an earlier run came to. */
    void goOnFrom(RunRecord record) {
        away.putAll(record.away());
        operations = record.operations();
    }

    void secured(RestorePoint point) throws IOException {
        journal.append(new JournalEntry.Secured(tools.now(), point.id()));
        tools.listener()
                .onEvent(new RunEvent.RestorePointTaken(
                        point.id(),
                        point.counts().files(),
                        point.counts().containers(),
                        point.counts().networks(),
                        point.counts().bytes()));
    }

    /** Carries a step out, written down before and after; returns whether it is done. */
    boolean carryOut(PlanStep step, OperationRunner runner, ContainerWatch watch)
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
            Map<String, Downtime> during = awaySince(before, watch);
            operations = operations.plus(took);
            journal.append(new JournalEntry.Done(tools.now(), step.number(), took, outcome, during));
            tools.listener().onEvent(new RunEvent.StepFinished(step, took, outcome));
            return true;
        } catch (OperationRunner.FailedException e) {
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
            throws OperationRunner.FailedException, InterruptedException {
        try {
            return runner.run(operation);
        } catch (RuntimeException e) {
            throw new OperationRunner.FailedException("Something unexpected happened: " + e + ".", e);
        }
    }

    /** Adds how long services were away since a moment; returns it. */
    Map<String, Downtime> awaySince(Map<String, Downtime> before, ContainerWatch watch) {
        Map<String, Downtime> during = Downtime.between(before, watch.downtimes());
        during.forEach((service, time) -> away.merge(service, time, Downtime::plus));
        return during;
    }

    /** Tells a result as it comes; part of the progress it is once all of its kind are there. */
    void tell(CheckResult result) {
        tools.listener().onEvent(new RunEvent.Checked(result));
    }

    void keep(List<CheckResult> results) {
        checks.addAll(results);
    }

    List<CheckResult> checks() {
        return List.copyOf(checks);
    }

    void undone(String done) throws IOException {
        journal.append(new JournalEntry.Noted(tools.now(), done));
        tools.listener().onEvent(new RunEvent.Undone(done));
    }

    /** Notes what was met, after what was met before. */
    void note(String sentence) throws IOException {
        issues.add(sentence);
        write(sentence);
    }

    /** Notes what decides how the run goes on, before whatever else was met. */
    void noteFirst(String sentence) throws IOException {
        issues.addFirst(sentence);
        write(sentence);
    }

    private void write(String sentence) throws IOException {
        journal.append(new JournalEntry.Noted(tools.now(), sentence));
        log(sentence);
    }

    void log(String line) {
        tools.listener().onEvent(new RunEvent.LogLine(tools.now(), line));
    }

    RunResult result(String run, Optional<RestorePoint> point) {
        return new RunResult(
                run, state, new RunResult.Times(began, tools.now(), operations), point, checks, away, issues);
    }
}
