package dev.bulkhead.engine.observed;

import dev.bulkhead.topology.PortMapping;
import java.time.Instant;
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

    private static final String NAMESPACE = "container:";

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

    /** Returns the container whose network namespace another one shares. */
    public Optional<ObservedContainer> namespaceOwner(ObservedContainer guest) {
        String mode = guest.networkMode();
        return mode.startsWith(NAMESPACE)
                ? containers.stream()
                        .filter(c -> c.id().equals(mode.substring(NAMESPACE.length())))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Returns the ports of a container that stay published: those that outlive a start, and none where it is on internal networks
     * alone. An engine of 20.10 publishes such a port for the host when it leaves one of them, and takes it back with the next
     * membership or start (seen on 20.10; 28.5 never does).
     */
    public List<PortMapping> keptPorts(ObservedContainer container) {
        List<ObservedEndpoint> endpoints = container.endpoints();
        boolean inside = !endpoints.isEmpty()
                && endpoints.stream()
                        .allMatch(endpoint -> network(endpoint.network())
                                .filter(network -> network.options().internal())
                                .isPresent());
        return inside ? List.of() : container.lastingPorts();
    }

    /**
     * Returns whether a container runs without any network but loopback because the owner of the namespace it shares has been
     * started again since, is gone, or has lost its own namespace in one of these ways: the engine gives the owner a new
     * namespace, and the guest keeps the old one (moby, seen on 20.10 and 28.5).
     */
    public boolean cutOff(ObservedContainer guest) {
        if (guest.status().state() != ObservedContainer.RunState.RUNNING
                || !guest.networkMode().startsWith(NAMESPACE)) {
            return false;
        }
        Optional<ObservedContainer> owner = namespaceOwner(guest);
        return owner.isEmpty() || startedAgain(owner.get(), guest) || cutOff(owner.get());
    }

    private static boolean startedAgain(ObservedContainer owner, ObservedContainer guest) {
        Optional<Instant> since = guest.status().since();
        return since.isPresent()
                && owner.status().state() == ObservedContainer.RunState.RUNNING
                && owner.status()
                        .since()
                        .filter(started -> started.isAfter(since.get()))
                        .isPresent();
    }
}
