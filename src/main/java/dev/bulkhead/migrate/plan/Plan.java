package dev.bulkhead.migrate.plan;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.SecretSource;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plan of a change: what a run will do, in order, with what takes each step back; data that prints itself.
 *
 * @param iteration id of the iteration, or what else the change is known by
 * @param title its title
 * @param project name of the project
 * @param steps the operations in order
 * @param phases stretches of the steps, in order; at the end of each everything works
 */
public record Plan(String iteration, String title, String project, List<PlanStep> steps, List<Stretch> phases) {

    public Plan {
        steps = List.copyOf(steps);
        phases = List.copyOf(phases);
    }

    /** A plan of one phase. */
    public Plan(String iteration, String title, String project, List<PlanStep> steps) {
        this(iteration, title, project, steps, List.of());
    }

    /**
     * Phase of a plan.
     *
     * @param first number of its first step
     * @param alone whether it alone is taken back where one of its steps fails, and the run goes on
     */
    public record Stretch(String title, int first, boolean alone) {

        /** A phase that the others need. */
        public Stretch(String title, int first) {
            this(title, first, false);
        }
    }

    /** Returns the phase that a step belongs to; a plan of one phase names none. */
    public Optional<Stretch> phase(PlanStep step) {
        return phases.stream().filter(phase -> phase.first() <= step.number()).reduce((earlier, later) -> later);
    }

    /** Returns the phase that a step belongs to, if it can be taken back alone. */
    public Optional<Stretch> alone(PlanStep step) {
        return phase(step).filter(Stretch::alone);
    }

    /** Returns the steps of a phase. */
    public List<PlanStep> steps(Stretch phase) {
        int next = phases.stream()
                .mapToInt(Stretch::first)
                .filter(first -> first > phase.first())
                .min()
                .orElse(Integer.MAX_VALUE);
        return steps.stream()
                .filter(step -> step.number() >= phase.first() && step.number() < next)
                .toList();
    }

    /**
     * Returns the steps that count once phases (numbers of their first steps) have been taken back; services that those have
     * added are waited for no more.
     */
    public List<PlanStep> without(Set<Integer> aside) {
        List<PlanStep> gone = phases.stream()
                .filter(phase -> aside.contains(phase.first()))
                .flatMap(phase -> steps(phase).stream())
                .toList();
        Set<String> added = gone.stream()
                .flatMap(step -> step.inverse().stream())
                .flatMap(back ->
                        back instanceof Operation.RemoveServices(var services) ? services.stream() : Stream.of())
                .collect(Collectors.toSet());
        return steps.stream()
                .filter(step -> !gone.contains(step))
                .map(step -> step.without(added))
                .toList();
    }

    /**
     * Returns those of the steps done that still are when a run goes on: what was waited for may have ended meanwhile. What a
     * step was at work on when it was cut off is waited for once that step has been done again, not before.
     *
     * @param cutOff numbers of the steps that had begun and did not come to an end
     */
    public Set<Integer> lasting(Set<Integer> done, Set<Integer> cutOff) {
        Set<String> unfinished = steps.stream()
                .filter(step -> cutOff.contains(step.number()))
                .flatMap(step -> step.operation().services().stream())
                .collect(Collectors.toSet());
        return steps.stream()
                .filter(step -> done.contains(step.number()))
                .filter(step -> !(step.operation() instanceof Operation.WaitReady wait)
                        || !Collections.disjoint(wait.services(), unfinished))
                .map(PlanStep::number)
                .collect(Collectors.toSet());
    }

    /** Returns the networks that the steps before one have made, without those of phases that have been taken back. */
    public List<NetworkSpec> networksBefore(PlanStep step, Set<Integer> aside) {
        return without(aside).stream()
                .filter(earlier -> earlier.number() < step.number())
                .flatMap(earlier -> earlier.operation() instanceof Operation.CreateNetwork(NetworkSpec network)
                        ? Stream.of(network)
                        : Stream.of())
                .toList();
    }

    /** Returns the secrets that the operator gives when it is carried out. */
    public List<SecretSource.Given> secretsToGive() {
        return secretsToGive(Set.of());
    }

    /** Returns the secrets that the operator gives when the steps are carried out that are not done yet. */
    public List<SecretSource.Given> secretsToGive(Set<Integer> done) {
        return steps.stream()
                .filter(step -> !done.contains(step.number()))
                .flatMap(step -> step.operation() instanceof Operation.HandleSecrets(SecretTask task)
                        ? task.made().stream()
                        : Stream.of())
                .flatMap(file -> file.source() instanceof SecretSource.Given given ? Stream.of(given) : Stream.of())
                .distinct()
                .toList();
    }

    /** Returns the same plan, which probes some flows no more. */
    public Plan without(List<MustFlow> flows) {
        return new Plan(
                iteration,
                title,
                project,
                steps.stream().map(step -> step.without(flows)).toList(),
                phases);
    }

    /** Returns the sum of what the steps are expected to interrupt; services are touched one after the other. */
    public Duration interruption() {
        return steps.stream().map(PlanStep::interruption).reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns whether nothing is left to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Returns the plan for people and tests. */
    public String text() {
        return PlanText.of(this);
    }

    @Override
    public String toString() {
        return text();
    }
}
