package dev.bulkhead.surroundings.host;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Containers outside a project that run on its networks: of other projects, of none, or of services it no longer has. */
public final class OutsideContainers {

    private static final int SHORT_ID = 12;
    private static final String DEFAULT_BRIDGE = "bridge";

    private OutsideContainers() {}

    /** Returns them, sorted by name. */
    public static List<NamedOutsider> of(Topology project, ObservedState state) {
        Set<String> networks =
                project.networks().values().stream().map(Network::name).collect(Collectors.toSet());
        for (Service service : project.services().values()) {
            if (service.networkMode() instanceof NetworkMode.Named(String network)) {
                networks.add(network);
            } else if (service.networkMode() instanceof NetworkMode.DefaultBridge) {
                networks.add(DEFAULT_BRIDGE);
            }
        }
        return state.containers().stream()
                .filter(container -> !ofProject(project, container) && runs(container))
                .filter(container -> container.endpoints().stream()
                        .map(ObservedEndpoint::network)
                        .anyMatch(networks::contains))
                .map(container -> new NamedOutsider(
                        container.name(), container.project(), names(container, networks), container.ports()))
                .toList();
    }

    private static boolean ofProject(Topology project, ObservedContainer container) {
        return container.project().equals(Optional.of(project.project()))
                && container.service().flatMap(project::service).isPresent();
    }

    private static boolean runs(ObservedContainer container) {
        RunState state = container.status().state();
        return state == RunState.RUNNING || state == RunState.PAUSED;
    }

    /** As the engine's resolver knows them (moby buildEndpointDNSNames). */
    private static Map<String, Set<String>> names(ObservedContainer container, Set<String> networks) {
        Map<String, Set<String>> names = new HashMap<>();
        for (ObservedEndpoint endpoint : container.endpoints()) {
            Set<String> there = new HashSet<>();
            if (networks.contains(endpoint.network())) {
                String id = container.id();
                there.addAll(endpoint.aliases());
                there.add(container.name());
                there.add(id.substring(0, Math.min(SHORT_ID, id.length())));
                container.made().hostname().ifPresent(there::add);
            }
            names.put(endpoint.network(), there);
        }
        return names;
    }
}
