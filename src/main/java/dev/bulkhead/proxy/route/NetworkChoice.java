package dev.bulkhead.proxy.route;

import dev.bulkhead.topology.Network;
import java.util.List;
import java.util.Optional;

/**
 * Network over which a proxy reaches a container.
 *
 * @param networks the networks of the container's network namespace
 * @param stated the real name that the container's labels state, where they state one
 * @param labelled the service whose label decides: the one that asks for the route or the owner of its network namespace
 * @param candidates the networks of which the proxy may take any; empty where it takes none, or the container has none
 */
public record NetworkChoice(
        List<Network> networks, Optional<String> stated, String labelled, List<Network> candidates) {

    public NetworkChoice {
        networks = List.copyOf(networks);
        candidates = List.copyOf(candidates);
    }

    /** Returns whether the stated name is that of none of the container's networks, so that it chooses nothing. */
    public boolean misses() {
        return stated.isPresent() && named(networks, stated).isEmpty();
    }

    /** Returns the networks of a real name, if one is given. */
    public static List<Network> named(List<Network> networks, Optional<String> name) {
        return networks.stream()
                .filter(network -> name.filter(network.name()::equals).isPresent())
                .toList();
    }
}
