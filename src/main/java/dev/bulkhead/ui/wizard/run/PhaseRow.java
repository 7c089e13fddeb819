package dev.bulkhead.ui.wizard.run;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.plan.SecretTask;
import dev.bulkhead.ui.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Phase of a plan with its steps, its gates and how far it is; at its end everything works. */
public final class PhaseRow {

    private static final int MOST_NAMED = 4;

    private final int number;
    private final String title;
    private final boolean alone;
    private final List<StepRow> steps;
    private final List<Gate> gates;
    private final ReadOnlyObjectWrapper<StepRow.Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", StepRow.Progress.WAITING);

    private PhaseRow(int number, Plan.Stretch phase, List<StepRow> steps) {
        this.number = number;
        this.title = phase.title();
        this.alone = phase.alone();
        this.steps = List.copyOf(steps);
        this.gates = gates(steps);
        steps.forEach(step -> step.progressProperty().addListener((property, old, now) -> progress.set(stand())));
    }

    /**
     * Gate of a phase: a step that looks at something and has to be passed.
     *
     * @param opens whether it is passed before anything is done; else it is passed at the end
     * @param words what has to be so
     */
    public record Gate(StepRow step, boolean opens, String words) {}

    /** Returns the phases of a plan; none where it has one only. */
    static List<PhaseRow> of(Plan plan, List<StepRow> rows) {
        if (plan.phases().size() < 2) {
            return List.of();
        }
        List<PhaseRow> phases = new ArrayList<>();
        for (int i = 0; i < plan.phases().size(); i++) {
            Plan.Stretch stretch = plan.phases().get(i);
            int end = i + 1 < plan.phases().size() ? plan.phases().get(i + 1).first() : Integer.MAX_VALUE;
            phases.add(new PhaseRow(
                    i + 1,
                    stretch,
                    rows.stream()
                            .filter(row -> row.step().number() >= stretch.first()
                                    && row.step().number() < end)
                            .toList()));
        }
        return List.copyOf(phases);
    }

    private static List<Gate> gates(List<StepRow> steps) {
        List<Gate> gates = new ArrayList<>();
        boolean opens = true;
        for (StepRow row : steps) {
            Optional<String> words = gate(row.step().operation());
            if (words.isPresent()) {
                gates.add(new Gate(row, opens, words.get()));
            } else {
                opens = false;
            }
        }
        return List.copyOf(gates);
    }

    /** Returns what a step that only looks wants to see. */
    private static Optional<String> gate(Operation operation) {
        return switch (operation) {
            case Operation.ProbeRoute(var request) -> Optional.of(Words.of("phaserow.answers", request.url()));
            case Operation.AskWeb(var ask) -> Optional.of(ask.text());
            case Operation.ProbeClosed closed ->
                Optional.of(closed.port()
                                .published()
                                .orElse(Words.of("phaserow.port", closed.port().target())) + "/"
                        + closed.port().protocol().text() + " of the host is closed");
            case Operation.WatchServices(var services, var time) ->
                Optional.of(Words.of("phaserow.stays-well-for-s", String.join(", ", services), time.toSeconds()));
            case Operation.RunCheck(var check) ->
                Optional.of(Words.of("phaserow.passes", check.service(), check.line()));
            case Operation.ProbeFlows(var flows) ->
                Optional.of(
                        flows.size() > MOST_NAMED
                                ? Words.of("phaserow.flows-work", flows.size())
                                : flows.size() == 1
                                        ? Words.of(
                                                "phaserow.works",
                                                flows.getFirst().rule())
                                        : Words.of(
                                                "phaserow.work",
                                                flows.stream()
                                                        .map(MustFlow::rule)
                                                        .collect(Collectors.joining(", "))));
            case Operation.HandleSecrets(SecretTask task) ->
                task instanceof SecretTask.Hidden
                        ? Optional.of(Words.of("phaserow.no-value-of-its-secrets"))
                        : Optional.empty();
            case Operation.ProbeAcross(var flows) ->
                Optional.of(Words.of("phaserow.flows-work-from-host-to", flows.size()));
            case Operation.WriteFiles _,
                    Operation.ChangeSwarm _,
                    Operation.RestoreFiles _,
                    Operation.CreateNetwork _,
                    Operation.RemoveNetwork _,
                    Operation.Connect _,
                    Operation.Disconnect _,
                    Operation.RecreateServices _,
                    Operation.ExchangeService _,
                    Operation.RemoveServices _,
                    Operation.StartContainer _,
                    Operation.StopContainer _,
                    Operation.WaitReady _,
                    Operation.RestartContainer _,
                    Operation.ReloadFiles _ -> Optional.empty();
        };
    }

    /** Returns its number, counted from 1. */
    public int number() {
        return number;
    }

    /** Returns what it is for. */
    public String title() {
        return title;
    }

    /** Returns whether it alone is taken back where something of it fails. */
    public boolean alone() {
        return alone;
    }

    /** Returns its steps in order. */
    public List<StepRow> steps() {
        return steps;
    }

    /** Returns whether a step is its first one. */
    public boolean begins(PlanStep step) {
        return !steps.isEmpty() && steps.getFirst().step().number() == step.number();
    }

    /** Returns what it does between its gates, a few words for each thing that is done; empty where it only looks. */
    public List<String> work() {
        List<StepRow> looking = gates.stream().map(Gate::step).toList();
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        steps.stream()
                .filter(row -> !looking.contains(row))
                .map(row -> row.step().operation())
                .filter(operation -> !(operation instanceof Operation.WaitReady))
                .forEach(operation -> subjects.computeIfAbsent(operation.action(), key -> new ArrayList<>())
                        .add(operation.subject()));
        return subjects.entrySet().stream()
                .map(entry -> some(entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    private static String some(List<String> all) {
        return all.size() <= MOST_NAMED + 1
                ? String.join(", ", all)
                : Words.of("phaserow.and-more", String.join(", ", all.subList(0, MOST_NAMED)), all.size() - MOST_NAMED);
    }

    /** Returns its gates in order. */
    public List<Gate> gates() {
        return gates;
    }

    /** How far it is: done once all of its steps are, failed once one is. */
    public ReadOnlyObjectProperty<StepRow.Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Returns how many of its steps are done. */
    public long done() {
        return count(StepRow.Progress.DONE);
    }

    /** Returns how long services are away in it, one after the other. */
    public Duration interruption() {
        return steps.stream().map(row -> row.step().interruption()).reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns which steps it has, in a few words. */
    public String range() {
        if (steps.isEmpty()) {
            return Words.of("phaserow.no-steps");
        }
        int first = steps.getFirst().step().number();
        int last = steps.getLast().step().number();
        return first == last ? Words.of("phaserow.step", first) : Words.of("phaserow.steps-to", first, last);
    }

    /** Returns how it stands, in a word or two. */
    public String standing() {
        return switch (progress.get()) {
            case WAITING -> Words.of("phaserow.waits");
            case RUNNING -> Words.of("phaserow.of", done(), steps.size());
            case DONE -> Words.of("phaserow.passed");
            case FAILED -> Words.of("phaserow.failed");
            case UNDONE -> Words.of("phaserow.taken-back");
        };
    }

    private long count(StepRow.Progress wanted) {
        return steps.stream()
                .filter(row -> row.progressProperty().get() == wanted)
                .count();
    }

    private StepRow.Progress stand() {
        if (count(StepRow.Progress.FAILED) > 0) {
            return StepRow.Progress.FAILED;
        }
        if (count(StepRow.Progress.UNDONE) > 0) {
            return StepRow.Progress.UNDONE;
        }
        if (done() == steps.size()) {
            return StepRow.Progress.DONE;
        }
        return done() + count(StepRow.Progress.RUNNING) > 0 ? StepRow.Progress.RUNNING : StepRow.Progress.WAITING;
    }
}
