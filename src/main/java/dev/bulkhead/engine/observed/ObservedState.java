package dev.bulkhead.engine.observed;

import java.util.List;
import java.util.Optional;

/**
 * State of an engine at one moment.
 *
 * @param networks all networks, sorted by name
 * @param containers all containers, running or not, sorted by name
 */
public record ObservedState(List<ObservedNetwork> networks, List<ObservedContainer> containers) {

    public ObservedState {
        networks = List.copyOf(networks);
        containers = List.copyOf(containers);
    }

    /** Returns the network of a real name. */
    public Optional<ObservedNetwork> network(String name) {
        return networks.stream().filter(n -> n.name().equals(name)).findFirst();
    }

    /** Returns all containers of a Compose service, its replicas, sorted by name. */
    public List<ObservedContainer> containers(String project, String service) {
        return containers.stream()
                .filter(c ->
                        c.project().equals(Optional.of(project)) && c.service().equals(Optional.of(service)))
                .toList();
    }
}
