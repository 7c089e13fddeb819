package dev.bulkhead.engine.observed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Returns the containers of a Compose project by service, the replicas of each sorted by name. */
    public Map<String, List<ObservedContainer>> byService(String project) {
        Map<String, List<ObservedContainer>> found = new HashMap<>();
        for (ObservedContainer container : containers) {
            if (container.project().equals(Optional.of(project))) {
                container
                        .service()
                        .ifPresent(service -> found.computeIfAbsent(service, key -> new ArrayList<>())
                                .add(container));
            }
        }
        return found;
    }

    /** Returns all containers of a Compose service, its replicas, sorted by name. */
    public List<ObservedContainer> containers(String project, String service) {
        return containers.stream()
                .filter(c ->
                        c.project().equals(Optional.of(project)) && c.service().equals(Optional.of(service)))
                .toList();
    }
}
