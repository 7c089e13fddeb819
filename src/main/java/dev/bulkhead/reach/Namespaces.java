package dev.bulkhead.reach;

import dev.bulkhead.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Network namespaces of a project: whose each service uses, what carries its default route, and which networks leak; as the matrix has it. */
public final class Namespaces {

    private final IndexedTopology indexed;

    private Namespaces(IndexedTopology indexed) {
        this.indexed = indexed;
    }

    /** Returns the namespaces of a topology. */
    public static Namespaces of(Topology topology, ReachOptions options) {
        return new Namespaces(TopologyIndexer.build(topology, options));
    }

    /** Returns the namespaces as a matrix has them. */
    public static Namespaces of(ReachMatrix matrix) {
        return new Namespaces(matrix.indexed());
    }

    /** Returns the key of the service whose namespace a service uses; empty where that is none of the project's. */
    public Optional<String> owner(String service) {
        return namespace(service)
                .filter(namespace -> namespace.owner() != IndexedTopology.NOBODY)
                .map(namespace -> indexed.services.get(namespace.owner()).key());
    }

    /** Returns the key of the network of the default route of a service that has a namespace of its own. */
    public Optional<String> gateway(String service) {
        return own(service).flatMap(NetworkNamespace::gateway).map(NetworkTraits::label);
    }

    /**
     * Returns the ports that a service with a namespace of its own publishes on the host's addresses, in file order; where
     * the gateway routes to them they are reached without.
     */
    public List<Binding> published(String service) {
        return own(service)
                .filter(namespace -> !namespace.routed())
                .map(NetworkNamespace::ports)
                .orElse(List.of());
    }

    /**
     * Returns the keys of the networks that keep nothing apart over IPv6 though they should: the engine does not filter
     * it, and the network is internal, forbids traffic between its members, or is one of several with IPv6.
     */
    public List<String> leakingOverIpv6() {
        List<NetworkTraits> unfiltered = Arrays.stream(indexed.networks)
                .filter(NetworkTraits::unfilteredIpv6)
                .toList();
        List<NetworkTraits> routed = unfiltered.stream()
                .filter(network -> indexed.options.internalHasRoute() || network.leadsOut())
                .toList();
        return unfiltered.stream()
                .filter(network ->
                        !network.icc() || (routed.contains(network) && (routed.size() > 1 || network.internal())))
                .map(NetworkTraits::label)
                .toList();
    }

    /** Returns why the members of a network, by its real name, do not hear each other on it; empty where they do. */
    public Optional<String> silent(String network) {
        return Arrays.stream(indexed.networks)
                .filter(traits -> traits.realName().equals(network) && !traits.opensMembers())
                .map(traits -> traits.icc() ? "rules of the host drop it" : "enable_icc is false")
                .findFirst();
    }

    private Optional<NetworkNamespace> own(String service) {
        return owner(service).filter(service::equals).flatMap(this::namespace);
    }

    private Optional<NetworkNamespace> namespace(String service) {
        return Optional.ofNullable(indexed.index.get(service)).map(index -> indexed.namespaces[index]);
    }
}
