package dev.bulkhead.reach;

import java.util.BitSet;
import java.util.Optional;

/**
 * Routers of LANs that decide who reaches machines of macvlan and ipvlan networks, and whom those reach: only where the host
 * stands in the same subnet the kernel keeps it apart for certain (tried on 28.5: with a router in between all of it is open).
 */
final class LanRouters {

    private final IndexedTopology indexed;

    LanRouters(IndexedTopology indexed) {
        this.indexed = indexed;
    }

    /** Returns the network whose router decides whether packets get from one namespace to another. */
    Optional<NetworkTraits> between(NetworkNamespace a, NetworkNamespace b) {
        Optional<NetworkTraits> target = of(b);
        if (target.isPresent() && a.gateway().isPresent()) {
            return target;
        }
        return publishes(b) ? of(a) : Optional.empty();
    }

    /** Returns the network of a namespace whose router decides. */
    Optional<NetworkTraits> of(NetworkNamespace namespace) {
        return indexed.network(namespace, NetworkTraits::behindRouter);
    }

    /** Returns the services that a namespace perhaps reaches, as a router decides, as indexes of subjects. */
    BitSet perhaps(NetworkNamespace from) {
        BitSet set = new BitSet();
        boolean routed = of(from).isPresent();
        boolean apart = routed && !indexed.any(from, NetworkTraits::reachesHost);
        for (int i = 0; i < indexed.size(); i++) {
            NetworkNamespace to = indexed.namespaces[i];
            boolean host = apart && to.kind() == NetworkNamespace.Kind.HOST;
            if (indexed.active[i] && (host || between(from, to).isPresent())) {
                set.set(i + ReachMatrix.OUTSIDERS);
            }
        }
        return set;
    }

    private static boolean publishes(NetworkNamespace namespace) {
        return namespace.ports().stream().anyMatch(binding -> !binding.loopback());
    }
}
