package dev.bulkhead.ui.wizard.run;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.WayBack;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.report.RunReport;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.ui.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Run as it tells of itself; every event arrives on the user interface's thread. */
public final class RunViewModel {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;
    private final ObservableList<StepRow> steps = FXCollections.observableArrayList();
    private final ObservableList<PhaseRow> phases = FXCollections.observableArrayList();
    private final ObservableList<ServiceChip> chips = FXCollections.observableArrayList();
    private final ObservableList<String> log = FXCollections.observableArrayList();
    private final ObservableList<CheckResult> checks = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(this, "state", RunState.PREPARED);
    private final ReadOnlyObjectWrapper<Optional<Instant>> started =
            new ReadOnlyObjectWrapper<>(this, "started", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunEvent.RestorePointTaken>> restorePoint =
            new ReadOnlyObjectWrapper<>(this, "restorePoint", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunOutcome>> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StepRow>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StepRow>> lookedAt =
            new ReadOnlyObjectWrapper<>(this, "lookedAt", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<WayBack>> wayBack =
            new ReadOnlyObjectWrapper<>(this, "wayBack", Optional.empty());
    private final ObservableList<String> undone = FXCollections.observableArrayList();
    private Optional<String> told = Optional.empty();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", 0);

    /** Creates a run that has not begun; times of the log are told in the given zone. */
    public RunViewModel(ZoneId zone) {
        this.zone = zone;
    }

    /** The steps in order. */
    public ObservableList<StepRow> steps() {
        return steps;
    }

    /** The phases in order; none where the plan has one only. */
    public ObservableList<PhaseRow> phases() {
        return phases;
    }

    /** The services the run touches. */
    public ObservableList<ServiceChip> chips() {
        return chips;
    }

    /** The log, oldest first. */
    public ObservableList<String> log() {
        return log;
    }

    /** What was verified, in order. */
    public ObservableList<CheckResult> checks() {
        return checks;
    }

    /** Where the run stands. */
    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** When the first operation or the capture began. */
    public ReadOnlyObjectProperty<Optional<Instant>> startedProperty() {
        return started.getReadOnlyProperty();
    }

    /** The way back. */
    public ReadOnlyObjectProperty<Optional<RunEvent.RestorePointTaken>> restorePointProperty() {
        return restorePoint.getReadOnlyProperty();
    }

    /** How it ended; empty while it has not. */
    public ReadOnlyObjectProperty<Optional<RunOutcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** How much is done, from 0 to 1. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What going back does; empty while the run goes forward. */
    public ReadOnlyObjectProperty<Optional<WayBack>> wayBackProperty() {
        return wayBack.getReadOnlyProperty();
    }

    /** What is taken back by now, in the order in which that was done. */
    public ObservableList<String> undone() {
        return undone;
    }

    /** Turns back; what is told from now on is told of the way back. */
    public void turn(WayBack way) {
        undone.clear();
        told = Optional.empty();
        outcome.set(Optional.empty());
        wayBack.set(Optional.of(way));
    }

    /** The step under way; empty between two. */
    public ReadOnlyObjectProperty<Optional<StepRow>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The step that the operator looks at instead of following the run; empty while he follows it. */
    public ReadOnlyObjectProperty<Optional<StepRow>> lookedAtProperty() {
        return lookedAt.getReadOnlyProperty();
    }

    /** Looks at a step, or follows the run again. */
    public void lookAt(Optional<StepRow> step) {
        lookedAt.set(step);
    }

    /** Returns how long services will be away in the steps that are still to come, one after the other. */
    public Duration away() {
        return TimeLeft.away(steps);
    }

    /** Returns how long the steps that are still to come will take. */
    public Duration left() {
        return TimeLeft.whole(steps);
    }

    /** Returns whether it has begun, whatever became of it; from then on its plan is what was carried out. */
    public boolean begun() {
        return state.get() != RunState.PREPARED;
    }

    /** Returns whether everything is done and nothing was taken back. */
    public boolean stands() {
        return switch (state.get()) {
            case SUCCEEDED, UNVERIFIED, AWAITING_CONFIRMATION, WATCHING -> true;
            case PREPARED,
                    CAPTURING,
                    APPLYING,
                    PAUSED,
                    VERIFYING,
                    CANCELLED,
                    INTERRUPTED,
                    ROLLING_BACK,
                    ROLLED_BACK,
                    NEEDS_PERSON,
                    LEFT,
                    ABANDONED -> false;
        };
    }

    /** Returns how many steps are done. */
    public long done() {
        return steps.stream()
                .filter(s -> s.progressProperty().get() == StepRow.Progress.DONE)
                .count();
    }

    /** Prepares the rows of a plan and the chips of the services it touches, with their present state. */
    public void prepare(Plan plan, Map<String, ObservedContainer.Status> present, Instant now) {
        List<StepRow> rows = plan.steps().stream().map(StepRow::new).toList();
        phases.setAll(PhaseRow.of(plan, rows));
        steps.setAll(rows);
        // Looking whether all are ready touches nobody.
        List<ServiceChip> touched = plan.steps().stream()
                .filter(step -> !(step.operation() instanceof Operation.WaitReady))
                .flatMap(step -> step.operation().services().stream())
                .distinct()
                .map(ServiceChip::new)
                .toList();
        touched.forEach(
                chip -> Optional.ofNullable(present.get(chip.service())).ifPresent(status -> chip.see(status, now)));
        chips.setAll(touched);
        log.clear();
        lookedAt.set(Optional.empty());
        checks.clear();
        told = Optional.empty();
        outcome.set(Optional.empty());
        restorePoint.set(Optional.empty());
        started.set(Optional.empty());
        state.set(RunState.PREPARED);
        fraction.set(0);
    }

    /** Takes in what the run tells. */
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.StateEntered entered -> enter(entered);
            case RunEvent.RestorePointTaken taken -> restorePoint.set(Optional.of(taken));
            case RunEvent.StepStarted begun -> begin(begun.step());
            case RunEvent.StepFinished finished ->
                end(finished.step(), StepRow.Progress.DONE, finished.took(), finished.outcome());
            case RunEvent.StepFailed failed ->
                end(failed.step(), StepRow.Progress.FAILED, failed.took(), failed.sentence());
            case RunEvent.PhaseSetAside aside -> setAside(aside.phase());
            case RunEvent.Undone back -> {
                undone.add(back.what());
                log.add(Words.of("runviewmodel.undone", back.what()));
            }
            case RunEvent.ServiceSeen seen ->
                chips.stream()
                        .filter(chip -> chip.service().equals(seen.service()))
                        .forEach(chip -> chip.see(seen.status(), seen.at()));
            case RunEvent.Checked checked -> checks.add(checked.result());
            case RunEvent.LogLine line -> log.add(CLOCK.format(line.at().atZone(zone)) + "  " + line.text());
        }
    }

    /** Takes in how it ended. */
    public void finish(RunOutcome ended) {
        state.set(ended.state());
        outcome.set(Optional.of(ended));
        current.set(Optional.empty());
        chips.forEach(chip -> chip.currentProperty().set(false));
    }

    /**
     * Takes in what became of a run that waited for the operator's word.
     *
     * @param report its report as it is told now
     */
    public void settle(RunOutcome settled, String report) {
        told = Optional.of(report);
        Optional<RunReport> facts = outcome.get().flatMap(RunOutcome::report);
        finish(new RunOutcome(settled.state(), settled.sentence(), facts, settled.reportFile()));
    }

    /** Returns its report as it was told anew after the run; empty while the report of its end is still true. */
    public Optional<String> told() {
        return told;
    }

    private void enter(RunEvent.StateEntered entered) {
        state.set(entered.state());
        if (started.get().isEmpty()) {
            started.set(Optional.of(entered.at()));
        }
        if (entered.state() == RunState.ROLLED_BACK) {
            steps.stream()
                    .filter(s -> s.progressProperty().get() == StepRow.Progress.DONE)
                    .forEach(s -> s.progressProperty().set(StepRow.Progress.UNDONE));
        }
        if (entered.state() == RunState.VERIFYING) {
            checks.clear();
        }
    }

    private void begin(PlanStep step) {
        StepRow begun = row(step).orElseGet(() -> {
            // the rest of a run that was left in the middle: its plan was not reviewed here
            StepRow row = new StepRow(step);
            steps.add(row);
            return row;
        });
        begun.progressProperty().set(StepRow.Progress.RUNNING);
        current.set(Optional.of(begun));
        markCurrent();
    }

    /** Several steps can be under way at once. */
    private void markCurrent() {
        Set<String> touched = steps.stream()
                .filter(row -> row.progressProperty().get() == StepRow.Progress.RUNNING)
                .flatMap(row -> row.step().operation().services().stream())
                .collect(Collectors.toSet());
        chips.forEach(chip -> chip.currentProperty().set(touched.contains(chip.service())));
    }

    private void end(PlanStep step, StepRow.Progress how, Duration took, String words) {
        row(step).ifPresent(row -> {
            row.outcomeProperty().set(words);
            row.took(took);
            row.progressProperty().set(how);
        });
        fraction.set(steps.isEmpty() ? 0 : (double) done() / steps.size());
        markCurrent();
    }

    private void setAside(Plan.Stretch phase) {
        phases.stream()
                .filter(row -> row.steps().getFirst().step().number() == phase.first())
                .flatMap(row -> row.steps().stream())
                .filter(row -> row.progressProperty().get() != StepRow.Progress.WAITING)
                .forEach(row -> row.progressProperty().set(StepRow.Progress.UNDONE));
    }

    private Optional<StepRow> row(PlanStep step) {
        return steps.stream().filter(r -> r.step().number() == step.number()).findFirst();
    }
}
