package dev.bulkhead.engine.lifecycle;

import dev.bulkhead.engine.EngineContainers;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Steps that start, stop or restart one container, and what they mean for others.
 *
 * <p>A guest of its network namespace goes along: one that runs on while the owner is stopped or restarted is left in a
 * namespace that is gone until it is restarted itself. Of the services that depend on it, those with {@code restart:
 * true} are restarted, as Compose does (Compose specification, {@code depends_on}).
 *
 * @param action what is asked for
 * @param container the container it is asked for
 * @param steps what is done, in order
 * @param consequences what happens to others, as sentences; empty when nothing does
 */
public record LifecyclePlan(
        LifecycleAction action, ObservedContainer container, List<Step> steps, List<String> consequences) {

    /** Time a container has to end by itself, as the engine gives it where nobody says anything else. */
    public LifecyclePlan {
        steps = List.copyOf(steps);
        consequences = List.copyOf(consequences);
    }

    /** One call to the engine. */
    public record Step(LifecycleAction action, ObservedContainer container) {

        private void carryOut(EngineContainers engine) throws EngineException {
            switch (action) {
                case START -> engine.start(container.id());
                case STOP -> engine.stop(container.id(), EngineContainers.AS_IT_ASKS);
                case RESTART -> engine.restart(container.id(), EngineContainers.AS_IT_ASKS);
            }
        }
    }

    /** Returns what has to be done to a container of the project that the files describe. */
    public static LifecyclePlan of(
            Topology files, ObservedState engine, ObservedContainer container, LifecycleAction action) {
        return new Planner(files, engine, container).plan(action);
    }

    /**
     * Carries the steps out, one after the other.
     *
     * @throws EngineException if one fails; those after it are not tried
     */
    public void carryOut(EngineContainers engine) throws EngineException {
        for (Step step : steps) {
            step.carryOut(engine);
        }
    }

    /** The container among the others. */
    private static final class Planner {

        private static final String SHARED = "container:";

        private final Topology files;
        private final ObservedState engine;
        private final ObservedContainer container;
        private final List<ObservedContainer> guests;
        private final List<Step> steps = new ArrayList<>();
        private final List<String> consequences = new ArrayList<>();

        Planner(Topology files, ObservedState engine, ObservedContainer container) {
            this.files = files;
            this.engine = engine;
            this.container = container;
            this.guests = engine.containers().stream()
                    .filter(Planner::runs)
                    .filter(other -> shares(other, container))
                    .toList();
        }

        LifecyclePlan plan(LifecycleAction action) {
            switch (action) {
                case START -> start();
                case STOP -> stop();
                case RESTART -> restart();
            }
            return new LifecyclePlan(action, container, steps, consequences);
        }

        private void start() {
            Optional<ObservedContainer> owner = engine.containers().stream()
                    .filter(other -> shares(container, other) && !runs(other))
                    .findFirst();
            owner.ifPresent(resting -> {
                steps.add(new Step(LifecycleAction.START, resting));
                consequences.add("It uses the network of " + resting.name() + ", which is started first.");
            });
            steps.add(new Step(LifecycleAction.START, container));
            guestsAgain();
        }

        private void stop() {
            guests.forEach(guest -> steps.add(new Step(LifecycleAction.STOP, guest)));
            steps.add(new Step(LifecycleAction.STOP, container));
            if (!guests.isEmpty()) {
                consequences.add(names(guests) + (guests.size() == 1 ? " uses" : " use") + " its network and "
                        + (guests.size() == 1 ? "is" : "are") + " stopped first.");
            }
            missing(dependents(dependency -> true), "as long as it is stopped");
        }

        private void restart() {
            steps.add(new Step(LifecycleAction.RESTART, container));
            guestsAgain();
            List<ObservedContainer> along = dependents(Dependency::restart);
            along.forEach(other -> steps.add(new Step(LifecycleAction.RESTART, other)));
            if (!along.isEmpty()) {
                consequences.add(names(along) + (along.size() == 1 ? " is" : " are")
                        + " restarted as well: depends_on says restart: true.");
            }
            missing(dependents(dependency -> !dependency.restart()), "until it is back");
        }

        private void guestsAgain() {
            guests.forEach(guest -> steps.add(new Step(LifecycleAction.RESTART, guest)));
            if (!guests.isEmpty()) {
                consequences.add(names(guests) + (guests.size() == 1 ? " uses" : " use") + " its network and "
                        + (guests.size() == 1 ? "is" : "are")
                        + " restarted after it; otherwise the network would be gone for good.");
            }
        }

        private void missing(List<ObservedContainer> dependents, String howLong) {
            if (!dependents.isEmpty()) {
                consequences.add(names(dependents) + (dependents.size() == 1 ? " depends" : " depend")
                        + " on it and " + (dependents.size() == 1 ? "has" : "have") + " to do without " + howLong
                        + ".");
            }
        }

        /** Running containers of services that depend on it, without those that go along as guests. */
        private List<ObservedContainer> dependents(Predicate<Dependency> wanted) {
            String service = container.service().orElse("");
            boolean ours = container.project().equals(Optional.of(files.project()));
            Set<String> keys = files.services().values().stream()
                    .filter(other -> other.dependsOn().stream()
                            .anyMatch(on -> on.service().equals(service) && wanted.test(on)))
                    .map(other -> other.key())
                    .collect(Collectors.toCollection(HashSet::new));
            return !ours
                    ? List.of()
                    : engine.containers().stream()
                            .filter(other -> other.project().equals(container.project()))
                            .filter(other ->
                                    other.service().filter(keys::contains).isPresent())
                            .filter(Planner::runs)
                            .filter(other -> !guests.contains(other))
                            .toList();
        }

        private static boolean runs(ObservedContainer container) {
            return container.status().state() == RunState.RUNNING
                    || container.status().state() == RunState.RESTARTING;
        }

        private static boolean shares(ObservedContainer guest, ObservedContainer owner) {
            return guest.networkMode().equals(SHARED + owner.id())
                    || guest.networkMode().equals(SHARED + owner.name());
        }

        private static String names(List<ObservedContainer> containers) {
            return containers.stream().map(ObservedContainer::name).sorted().collect(Collectors.joining(", "));
        }
    }
}
