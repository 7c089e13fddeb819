package dev.bulkhead.reach;

import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A topology in the form the questions need: services and networks by index, namespaces resolved. */
final class Wiring {

    /** No service. */
    static final int NOBODY = -1;

    final ReachOptions options;
    final List<Service> services;
    final Map<String, Integer> index;
    final NetworkTraits[] networks;
    /** Namespace of each service. */
    final Space[] spaces;
    /** Whether each service is started. */
    final boolean[] active;
    /** The reverse proxies that have a route to each service. */
    final int[][] proxies;

    Wiring(WiringBuilder parts) {
        this.options = parts.options;
        this.services = parts.services;
        this.index = parts.index;
        this.networks = parts.networks.toArray(NetworkTraits[]::new);
        this.spaces = parts.spaces;
        this.active = parts.active;
        this.proxies = parts.proxies();
    }

    int size() {
        return services.size();
    }

    /** Returns the first network both have that lets its members talk to each other. */
    Optional<NetworkTraits> openSharedNetwork(Space a, Space b) {
        return shared(a, b, NetworkTraits::opensMembers);
    }

    /** Returns the first network both have. */
    Optional<NetworkTraits> sharedNetwork(Space a, Space b) {
        return shared(a, b, network -> true);
    }

    private Optional<NetworkTraits> shared(Space a, Space b, Predicate<NetworkTraits> wanted) {
        for (int n = 0; n < a.networks().size(); n++) {
            int network = a.networks().at(n);
            if (b.networks().contains(network) && wanted.test(networks[network])) {
                return Optional.of(networks[network]);
            }
        }
        return Optional.empty();
    }

    /** Returns whether packets from a namespace get to a port that is bound on the host. */
    boolean carries(Space from, Binding binding) {
        return !binding.loopback()
                && ((binding.overIpv4() && any(from, NetworkTraits::reachesHostPorts))
                        || (binding.overIpv6() && any(from, NetworkTraits::reachesHostPortsOverIpv6)));
    }

    /**
     * Returns whether packets from an internal network get to the engine's own proxy for a port: it listens on the host's
     * address there, and takes what no rule translates since the target has no IPv6 address for it.
     */
    boolean proxies(Space from, Space to, Binding binding) {
        return binding.onAllIpv6()
                && any(from, NetworkTraits::internalWithIpv6OnHost)
                && !any(to, NetworkTraits::leadsOutOverIpv6);
    }

    /** Returns the first network of a namespace that has a trait. */
    Optional<NetworkTraits> network(Space space, Predicate<NetworkTraits> trait) {
        for (int n = 0; n < space.networks().size(); n++) {
            int network = space.networks().at(n);
            if (trait.test(networks[network])) {
                return Optional.of(networks[network]);
            }
        }
        return Optional.empty();
    }

    /** Returns whether a namespace has a network with a trait. */
    boolean any(Space space, Predicate<NetworkTraits> trait) {
        return network(space, trait).isPresent();
    }
}
