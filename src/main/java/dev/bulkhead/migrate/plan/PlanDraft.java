package dev.bulkhead.migrate.plan;

import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Plan in the making: gives each operation its number, what it waits for and its inverse, and foresees what it leaves. */
final class PlanDraft {

    private final List<PlanStep> steps = new ArrayList<>();
    private final List<Plan.Stretch> phases = new ArrayList<>();
    private final Map<String, Integer> networkMade = new HashMap<>();
    private final Map<String, Integer> touched = new HashMap<>();
    private final Map<String, Set<Integer>> left = new HashMap<>();
    private Set<Integer> gate = Set.of();
    private OptionalInt written = OptionalInt.empty();
    private final Topology original;
    private Topology files;
    private PredictedState state;
    private int phaseStart;

    /** Begins with the engine as it is and the files as they read. */
    PlanDraft(ObservedState observed, Topology original) {
        this.state = new PredictedState(observed);
        this.original = original;
        this.files = original;
    }

    /** Begins a phase; its steps wait for the end of the one before. */
    void begin(Phase phase) {
        gate = steps.isEmpty() ? Set.of() : Set.of(steps.size());
        phaseStart = steps.size();
        phases.add(
                new Plan.Stretch(phase.title(), steps.size() + 1, phase.gates().otherwise() == Gates.Otherwise.PHASE));
    }

    /** Lets nothing go on before what was added last is green. */
    void gate() {
        gate = Set.of(steps.size());
    }

    /** Lets what is added from here on wait for all that was done to services in this phase. */
    void awaitAll() {
        Set<Integer> all = new TreeSet<>(gate);
        all.addAll(touchingServices());
        gate = all;
    }

    /** Says how files read from here on. */
    void files(Topology now) {
        files = now;
    }

    /** Returns the engine as it is foreseen after the steps so far. */
    ObservedState state() {
        return state.state();
    }

    /** Returns whether a container was touched in this phase. */
    boolean touchedInPhase() {
        return steps.stream()
                .skip(phaseStart)
                .anyMatch(step -> !step.operation().services().isEmpty());
    }

    void add(Operation operation, String cause, Estimate estimate) {
        int number = steps.size() + 1;
        Set<Integer> after = new TreeSet<>(waitsFor(operation));
        after.addAll(gate);
        List<Operation> inverse = new Inverses(state.state(), original, files).of(operation);
        steps.add(new PlanStep(
                number, operation, cause, estimate.risk(), estimate.interruption(), List.copyOf(after), inverse));
        remember(operation, number);
        state = state.after(operation, files);
    }

    private Set<Integer> waitsFor(Operation operation) {
        Set<Integer> after = new TreeSet<>();
        switch (operation) {
            case Operation.WriteFiles _,
                    Operation.RestoreFiles _,
                    Operation.CreateNetwork _,
                    Operation.HandleSecrets _,
                    Operation.ChangeSwarm _ -> {}
            case Operation.RemoveNetwork(var network) -> after.addAll(left.getOrDefault(network.name(), Set.of()));
            case Operation.Connect connect -> {
                addIfPresent(after, networkMade.get(connect.network()));
                written.ifPresent(after::add);
            }
            case Operation.RestartContainer _, Operation.ReloadFiles _ -> written.ifPresent(after::add);
            case Operation.RecreateServices recreate -> {
                written.ifPresent(after::add);
                recreate.services().forEach(service -> needs(service, after));
            }
            case Operation.ExchangeService(var service, var timeout) -> {
                written.ifPresent(after::add);
                needs(service, after);
            }
            case Operation.ProbeFlows _,
                    Operation.ProbeAcross _,
                    Operation.ProbeRoute _,
                    Operation.AskWeb _,
                    Operation.ProbeClosed _,
                    Operation.RunCheck _,
                    Operation.WatchServices _,
                    Operation.WaitReady _ -> after.addAll(touchingServices());
            case Operation.Disconnect _,
                    Operation.RemoveServices _,
                    Operation.StartContainer _,
                    Operation.StopContainer _ -> {}
        }
        operation.services().forEach(service -> addIfPresent(after, touched.get(service)));
        return after;
    }

    private List<Integer> touchingServices() {
        return steps.stream()
                .skip(phaseStart)
                .filter(step -> !step.operation().services().isEmpty())
                .map(PlanStep::number)
                .toList();
    }

    private void needs(String key, Set<Integer> after) {
        files.service(key).ifPresent(service -> {
            service.attachments()
                    .forEach(a -> files.network(a.network())
                            .ifPresent(network -> addIfPresent(after, networkMade.get(network.name()))));
            service.dependsOn().forEach(dependency -> addIfPresent(after, touched.get(dependency.service())));
        });
    }

    private static void addIfPresent(Set<Integer> numbers, @Nullable Integer number) {
        if (number != null) {
            numbers.add(number);
        }
    }

    private void remember(Operation operation, int number) {
        switch (operation) {
            case Operation.WriteFiles _ -> written = OptionalInt.of(number);
            case Operation.CreateNetwork(var network) -> networkMade.put(network.name(), number);
            case Operation.Disconnect off ->
                left.computeIfAbsent(off.network(), key -> new TreeSet<>()).add(number);
            case Operation.RestoreFiles _,
                    Operation.RemoveNetwork _,
                    Operation.Connect _,
                    Operation.RecreateServices _,
                    Operation.ExchangeService _,
                    Operation.RemoveServices _,
                    Operation.StartContainer _,
                    Operation.StopContainer _,
                    Operation.RestartContainer _,
                    Operation.ReloadFiles _,
                    Operation.HandleSecrets _,
                    Operation.ChangeSwarm _,
                    Operation.ProbeAcross _,
                    Operation.WaitReady _,
                    Operation.ProbeRoute _,
                    Operation.AskWeb _,
                    Operation.ProbeClosed _,
                    Operation.RunCheck _,
                    Operation.WatchServices _,
                    Operation.ProbeFlows _ -> {}
        }
        operation.services().forEach(service -> touched.put(service, number));
    }

    /** Returns the plan; phases without steps are left out. */
    Plan plan(String id, String title, String project) {
        List<Plan.Stretch> kept = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            int next = i + 1 < phases.size() ? phases.get(i + 1).first() : steps.size() + 1;
            if (phases.get(i).first() < next) {
                kept.add(phases.get(i));
            }
        }
        return new Plan(id, title, project, steps, kept);
    }
}
