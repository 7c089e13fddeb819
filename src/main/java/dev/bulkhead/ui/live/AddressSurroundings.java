package dev.bulkhead.ui.live;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.HostRoutes;
import dev.bulkhead.engine.ObservedContainer;
import dev.bulkhead.engine.ObservedNetwork;
import dev.bulkhead.engine.ObservedState;
import dev.bulkhead.engine.UsedRanges;
import dev.bulkhead.topology.Network;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is around a project's addresses: the engine's networks and pools, and the routes of the engine's host. */
public final class AddressSurroundings {

    private final EngineViewModel engine;
    private final HostRoutes routes;

    /** Reads routes where the engine's host is this machine. */
    public AddressSurroundings(EngineViewModel engine, HostRoutes routes) {
        this.engine = engine;
        this.routes = routes;
    }

    /**
     * Returns the ranges in use, those of the project's own networks included where the engine has them.
     *
     * <p>Asked from another thread than the engine's state is set on: the state is immutable, an older one only means an
     * older answer.
     */
    public List<UsedRange> used(ComposeProject project) {
        Set<String> declared = project.topology().networks().values().stream()
                .map(Network::name)
                .collect(Collectors.toSet());
        String name = project.topology().project();
        ObservedState state = engine.stateProperty().get();
        // What the project had under another name goes when the project is next brought up.
        List<ObservedNetwork> networks = state.networks().stream()
                .filter(n -> declared.contains(n.name())
                        || !name.equals(n.options().labels().get(ObservedContainer.PROJECT_LABEL)))
                .toList();
        boolean local = info().map(EngineInfo::onThisMachine).orElse(false);
        return UsedRanges.of(new ObservedState(networks, state.containers()), local ? routes.read() : List.of());
    }

    /** Returns the pools of the engine; those of an engine without configuration while there is none. */
    public EnginePools pools() {
        return info().map(EngineInfo::pools).orElse(EnginePools.DEFAULT);
    }

    private Optional<EngineInfo> info() {
        return engine.statusProperty().get() instanceof EngineStatus.Connected(EngineInfo info)
                ? Optional.of(info)
                : Optional.empty();
    }
}
