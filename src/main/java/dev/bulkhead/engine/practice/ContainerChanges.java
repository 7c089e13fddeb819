package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.NewContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.Made;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedContainer.Status;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedEnvironment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes that the container calls of an engine make to its state. */
final class ContainerChanges {

    private ContainerChanges() {}

    static PracticeState create(PracticeState state, NewContainer wanted) throws EngineException {
        free(state, wanted.name());
        Service origin = new Service(
                wanted.name(),
                new NetworkMode.Networks(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new ContainerSpec(
                        Optional.of(wanted.name()),
                        Optional.of(wanted.image()),
                        Optional.empty(),
                        Map.of(),
                        wanted.environment(),
                        false,
                        ContainerSpec.HostAccess.NONE));
        List<ObservedEndpoint> endpoints = List.of();
        if (wanted.network().isPresent()) {
            String network = state.network(wanted.network().get()).name();
            endpoints = List.of(PracticeContainer.membership(network, wanted.endpoint()));
        }
        Made made = new Made(
                wanted.image(),
                state.imageId(wanted.image()),
                wanted.labels(),
                ObservedEnvironment.of(state.containerId(wanted.name(), wanted.labels()), wanted.environment()),
                wanted.network().orElse("none"),
                List.of());
        return state.withContainer(resting(state, wanted.name(), made, origin, endpoints));
    }

    static PracticeState recreate(PracticeState state, ContainerBlueprint blueprint) throws EngineException {
        free(state, blueprint.name());
        PracticeBlueprint.Parts parts = PracticeBlueprint.read(blueprint);
        for (ObservedEndpoint endpoint : parts.joined()) {
            state.network(endpoint.network());
        }
        String mode = parts.mode();
        if (blueprint.networkOwner().isPresent()) {
            mode = "container:"
                    + state.container(blueprint.networkOwner().get()).id();
        }
        Made made = new Made(
                parts.image(),
                blueprint.imageId(),
                parts.labels(),
                ObservedEnvironment.of(
                        state.containerId(blueprint.name(), parts.labels()),
                        parts.origin().container().environment()),
                mode,
                parts.origin().ports(),
                parts.origin().container().hostname());
        return state.withContainer(resting(state, blueprint.name(), made, parts.origin(), parts.joined()));
    }

    static PracticeState start(PracticeState before, String nameOrId, Instant at) throws EngineException {
        PracticeContainer container = before.container(nameOrId);
        if (container.running()) {
            return before;
        }
        Optional<PracticeContainer> owner = container.networkOwner().flatMap(before::find);
        if (container.networkOwner().isPresent()
                && !owner.map(PracticeContainer::running).orElse(false)) {
            throw new EngineException(
                    Kind.CONFLICT,
                    "Container " + container.name()
                            + " cannot start: the container whose network it shares does not run.");
        }
        PracticeContainer started = container.started(at, HostPorts.bind(before, container));
        return before.withContainer(Networking.addressed(before, started));
    }

    private static PracticeContainer resting(
            PracticeState state, String name, Made made, Service origin, List<ObservedEndpoint> endpoints) {
        return new PracticeContainer(
                new PracticeContainer.Identity(state.containerId(name, made.labels()), name, made, origin),
                new Status(RunState.CREATED, Health.NONE, Optional.empty(), 0),
                endpoints,
                List.of());
    }

    static PracticeState rename(PracticeState state, String nameOrId, String name) throws EngineException {
        PracticeContainer container = state.container(nameOrId);
        free(state, name);
        return state.withoutContainer(container.name()).withContainer(container.named(name));
    }

    static PracticeState remove(PracticeState state, String nameOrId) throws EngineException {
        PracticeContainer container = state.container(nameOrId);
        if (container.running()) {
            throw new EngineException(
                    Kind.CONFLICT, "Container " + container.name() + " cannot be removed: it runs; stop it first.");
        }
        return state.withoutContainer(container.name());
    }

    static void free(PracticeState state, String name) throws EngineException {
        if (state.containers().containsKey(name)) {
            throw new EngineException(Kind.CONFLICT, "The engine has a container named " + name + " already.");
        }
    }

    /** Nothing happens to one that rests. */
    static PracticeState stop(PracticeState state, String container) throws EngineException {
        PracticeContainer found = state.container(container);
        return found.running() ? state.withContainer(found.stopped()) : state;
    }
}
