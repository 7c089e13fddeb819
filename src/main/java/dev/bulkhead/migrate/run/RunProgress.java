package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.execute.OperationRunner;
import dev.bulkhead.migrate.live.ContainerWatch;
import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.outside.SeenFromOutside;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.RestorePoint;
import dev.bulkhead.migrate.verify.CheckResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Progress of a run: its state, and what was done, seen and met so far. Whatever is added is written to the journal and told to the
 * listener at once, and is part of the result in the end. Steps side by side write to it from their own threads.
 */
final class RunProgress {

    private final RunTools tools;
    private final Journal journal;
    private final Instant began;
    private final List<String> issues = new ArrayList<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final NavigableMap<String, Downtime> away = new TreeMap<>();
    private final List<SeenFromOutside.Stretch> outside = new ArrayList<>();
    /** Phases that were taken back alone, by the numbers of their first steps. */
    private final Set<Integer> aside = new TreeSet<>();
    /** Steps that are being carried out. */
    private final Map<Integer, PlanStep> running = new HashMap<>();
    /** Number of a step to the services of those that were carried out beside it. */
    private final Map<Integer, Set<String>> besides = new HashMap<>();

    private Duration operations = Duration.ZERO;
    private long busySince;
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

    synchronized RunState state() {
        return state;
    }

    /**
     * Enters a state: checked, then journalled, then told.
     *
     * @throws IllegalStateException if a run cannot go from its state to this one, which is a mistake in the program
     */
    synchronized void enter(RunState next) throws IOException {
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
        outside.addAll(record.seen());
        aside.addAll(record.aside());
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
        begin(step);
        long start = System.nanoTime();
        Map<String, Downtime> before = watch.downtimes();
        try {
            String outcome = runSafely(runner, operation);
            done(step, Duration.ofNanos(System.nanoTime() - start), outcome, before, watch);
            return true;
        } catch (OperationRunner.FailedException e) {
            failed(step, Duration.ofNanos(System.nanoTime() - start), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private synchronized void begin(PlanStep step) throws IOException {
        journal.append(new JournalEntry.Began(
                tools.now(),
                step.number(),
                step.operation().subject() + ": " + step.operation().action(),
                step.inverse()));
        running.forEach((number, beside) -> {
            besides.computeIfAbsent(number, key -> new TreeSet<>())
                    .addAll(step.operation().services());
            besides.computeIfAbsent(step.number(), key -> new TreeSet<>())
                    .addAll(beside.operation().services());
        });
        if (running.isEmpty()) {
            busySince = System.nanoTime();
        }
        running.put(step.number(), step);
        tools.listener().onEvent(new RunEvent.StepStarted(step, tools.now()));
    }

    private synchronized void done(
            PlanStep step, Duration took, String outcome, Map<String, Downtime> before, ContainerWatch watch)
            throws IOException {
        ended(step);
        Map<String, Downtime> during = Downtime.between(before, watch.downtimes());
        // who is being worked on beside it, or was, is away because of that
        during.keySet()
                .removeIf(service -> !step.operation().services().contains(service)
                        && besides.getOrDefault(step.number(), Set.of()).contains(service));
        during.forEach((service, time) -> away.merge(service, time, Downtime::plus));
        journal.append(new JournalEntry.Done(tools.now(), step.number(), took, outcome, during));
        tools.listener().onEvent(new RunEvent.StepFinished(step, took, outcome));
    }

    /** Steps side by side take their time together. */
    private void ended(PlanStep step) {
        running.remove(step.number());
        if (running.isEmpty()) {
            operations = operations.plus(Duration.ofNanos(System.nanoTime() - busySince));
        }
    }

    private synchronized void failed(PlanStep step, Duration took, String sentence) throws IOException {
        ended(step);
        issues.add("Step " + step.number() + " (" + step.operation().subject() + ") failed: " + sentence);
        journal.append(new JournalEntry.Failed(tools.now(), step.number(), sentence));
        tools.listener().onEvent(new RunEvent.StepFailed(step, took, sentence));
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
    synchronized Map<String, Downtime> awaySince(Map<String, Downtime> before, ContainerWatch watch) {
        Map<String, Downtime> during = Downtime.between(before, watch.downtimes());
        during.forEach((service, time) -> away.merge(service, time, Downtime::plus));
        return during;
    }

    /** Tells a result as it comes; part of the progress it is once all of its kind are there. */
    synchronized void tell(CheckResult result) {
        tools.listener().onEvent(new RunEvent.Checked(result));
    }

    synchronized void keep(List<CheckResult> results) {
        checks.addAll(results);
    }

    synchronized List<CheckResult> checks() {
        return List.copyOf(checks);
    }

    /** Keeps what was seen of a stretch from outside. */
    synchronized void seen(SeenFromOutside.Stretch stretch) throws IOException {
        outside.add(stretch);
        journal.append(new JournalEntry.Seen(tools.now(), stretch));
    }

    /** Says that a phase is about to be taken back alone, with what failed last. */
    synchronized void settingAside(Plan.Stretch phase) throws IOException {
        String sentence = issues.isEmpty() ? "It was cut off." : issues.getLast();
        journal.append(new JournalEntry.SettingAside(tools.now(), phase.first(), phase.title(), sentence));
        log("\"" + phase.title() + "\" is taken back alone.");
    }

    /** Returns the phases that were taken back alone, by the numbers of their first steps. */
    synchronized Set<Integer> aside() {
        return Set.copyOf(aside);
    }

    /** Says that a phase was taken back alone. */
    synchronized void setAside(Plan.Stretch phase) throws IOException {
        journal.append(new JournalEntry.SetAside(tools.now(), phase.first()));
        aside.add(phase.first());
        note("\"" + phase.title() + "\" was taken back alone; everything else goes on.");
        tools.listener().onEvent(new RunEvent.PhaseSetAside(phase, tools.now()));
    }

    synchronized void undone(String done) throws IOException {
        journal.append(new JournalEntry.Noted(tools.now(), done));
        tools.listener().onEvent(new RunEvent.Undone(done));
    }

    /** Notes what was met, after what was met before. */
    synchronized void note(String sentence) throws IOException {
        issues.add(sentence);
        write(sentence);
    }

    /** Notes what decides how the run goes on, before whatever else was met. */
    synchronized void noteFirst(String sentence) throws IOException {
        issues.addFirst(sentence);
        write(sentence);
    }

    private void write(String sentence) throws IOException {
        journal.append(new JournalEntry.Noted(tools.now(), sentence));
        log(sentence);
    }

    synchronized void log(String line) {
        tools.listener().onEvent(new RunEvent.LogLine(tools.now(), line));
    }

    synchronized RunResult result(String run, Optional<RestorePoint> point) {
        return new RunResult(
                run, state, new RunResult.Times(began, tools.now(), operations), point, checks, away, outside, issues);
    }
}
