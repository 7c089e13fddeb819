package dev.bulkhead.reach;

import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Topology with services and networks by index and network namespaces resolved, the form that questions need. */
final class IndexedTopology {

    /** No service. */
    static final int NOBODY = -1;

    final ReachOptions options;
    final List<Service> services;
    final Map<String, Integer> index;
    final NetworkTraits[] networks;
    /** Namespace of each service. */
    final NetworkNamespace[] namespaces;
    /** Whether each service is started. */
    final boolean[] active;

    private final TopologyIndexer parts;
    /** Found out when first asked: every edit makes a matrix, and few ask it for routes. */
    private volatile int @Nullable [][] proxies;

    IndexedTopology(TopologyIndexer parts) {
        this.options = parts.options;
        this.services = parts.services;
        this.index = parts.index;
        this.networks = parts.networks.toArray(NetworkTraits[]::new);
        this.namespaces = parts.namespaces;
        this.active = parts.active;
        this.parts = parts;
    }

    /** Returns the reverse proxies that have a route to a service. */
    int[] proxies(int service) {
        int[][] known = proxies;
        if (known == null) {
            known = parts.proxies();
            proxies = known;
        }
        return known[service];
    }

    int size() {
        return services.size();
    }

    /** Returns the first network both have that lets its members talk to each other. */
    Optional<NetworkTraits> openSharedNetwork(NetworkNamespace a, NetworkNamespace b) {
        return shared(a, b, NetworkTraits::opensMembers);
    }

    /** Returns the first network both have. */
    Optional<NetworkTraits> sharedNetwork(NetworkNamespace a, NetworkNamespace b) {
        return shared(a, b, network -> true);
    }

    private Optional<NetworkTraits> shared(NetworkNamespace a, NetworkNamespace b, Predicate<NetworkTraits> wanted) {
        for (int n = 0; n < a.networks().size(); n++) {
            int network = a.networks().at(n);
            if (b.networks().contains(network) && wanted.test(networks[network])) {
                return Optional.of(networks[network]);
            }
        }
        return Optional.empty();
    }

    /** Returns whether packets from a namespace get to a port that is bound on the host. */
    boolean carries(NetworkNamespace from, Binding binding) {
        return !binding.loopback()
                && ((binding.overIpv4() && any(from, NetworkTraits::reachesHostPorts))
                        || (binding.overIpv6() && any(from, NetworkTraits::reachesHostPortsOverIpv6)));
    }

    /**
     * Returns whether packets from an internal network get to the engine's own proxy for a port: it listens on the host's
     * address there, and takes what no rule translates since the target has no IPv6 address for it.
     */
    boolean proxies(NetworkNamespace from, NetworkNamespace to, Binding binding) {
        return binding.onAllIpv6()
                && any(from, NetworkTraits::internalWithIpv6OnHost)
                && !any(to, NetworkTraits::leadsOutOverIpv6);
    }

    /** Returns the first network of a namespace that has a trait. */
    Optional<NetworkTraits> network(NetworkNamespace namespace, Predicate<NetworkTraits> trait) {
        for (int n = 0; n < namespace.networks().size(); n++) {
            int network = namespace.networks().at(n);
            if (trait.test(networks[network])) {
                return Optional.of(networks[network]);
            }
        }
        return Optional.empty();
    }

    /** Returns whether a namespace has a network with a trait. */
    boolean any(NetworkNamespace namespace, Predicate<NetworkTraits> trait) {
        return network(namespace, trait).isPresent();
    }
}
