package dev.bulkhead.reach;

import dev.bulkhead.reach.names.NameLookup;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.HostRules.Way;
import dev.bulkhead.topology.Service;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private volatile @Nullable NameLookup lookup;

    /** Addresses of the host on bridges, as far as files tell. */
    private volatile @Nullable Set<String> bridgeAddresses;

    IndexedTopology(TopologyIndexer parts) {
        this.options = parts.options;
        this.services = parts.services;
        this.index = parts.index;
        this.networks = parts.networks.toArray(NetworkTraits[]::new);
        this.namespaces = parts.namespaces;
        this.active = parts.active;
        this.parts = parts;
    }

    /** Returns the container outside the project that stands at an index; those come behind the services. */
    Optional<NamedOutsider> outsider(int service) {
        List<NamedOutsider> outsiders = options.shared().outsiders();
        int first = services.size() - outsiders.size();
        return service < first ? Optional.empty() : Optional.of(outsiders.get(service - first));
    }

    /** Returns the name by which one asks for a service or container outside. */
    String name(int service) {
        return outsider(service)
                .map(NamedOutsider::name)
                .orElseGet(() -> services.get(service).key());
    }

    /** Returns what a service or container outside is called where it answers to a name. */
    String bearer(int service) {
        return outsider(service)
                .map(NamedOutsider::words)
                .orElseGet(() -> services.get(service).key());
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

    /** Returns who answers when names are looked up. */
    NameLookup lookup() {
        NameLookup known = lookup;
        if (known == null) {
            known = parts.lookup();
            lookup = known;
        }
        return known;
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

    /** Returns whether packets from a namespace get to a port that another publishes on the host. */
    boolean carries(NetworkNamespace from, NetworkNamespace to, Binding binding) {
        return handsOn(to) && reaches(from, binding);
    }

    /** Returns whether packets that come to a namespace's published ports from other bridges get on to it. */
    boolean handsOn(NetworkNamespace to) {
        return to.routed() ? !to.closed(Way.ACROSS) && !routedApart(to) : proxyOn() && !to.closed(Way.FROM_HOST);
    }

    /** Engine 27 routes to such a network from the LAN and from the host only, not from its other bridges (moby v27.5.1, v28.0.0). */
    boolean routedApart(NetworkNamespace to) {
        return to.routed() && options.engineMajor() < ReachOptions.CURRENT_ENGINE;
    }

    /** Returns whether packets come to a published port of another namespace, and only nobody hands them on. */
    boolean lacksProxy(NetworkNamespace from, NetworkNamespace to, Binding binding) {
        return reaches(from, binding) && !routedApart(to);
    }

    /** Returns whether packets from a namespace get to the host's address that a port is bound on. */
    boolean reaches(NetworkNamespace from, Binding binding) {
        return !binding.loopback()
                && ((binding.overIpv4() && any(from, NetworkTraits::reachesHostPorts))
                        || (binding.overIpv6() && any(from, NetworkTraits::reachesHostPortsOverIpv6)));
    }

    /**
     * Returns whether packets from an internal network get to the engine's own proxy for a port: it listens on the host's
     * address there, and takes what no rule translates since the target has no IPv6 address for it.
     */
    boolean proxies(NetworkNamespace from, NetworkNamespace to, Binding binding) {
        return proxied(to) && binding.onAllIpv6() && any(from, NetworkTraits::internalWithIpv6OnHost);
    }

    /** Returns whether the engine's own proxy carries what comes over IPv6 to a namespace without such addresses. */
    boolean proxied(NetworkNamespace to) {
        return proxyOn() && !to.closed(Way.FROM_HOST) && !any(to, NetworkTraits::leadsOutOverIpv6);
    }

    /** Returns whether packets from the LAN get to a port: translated by rules, or handed on by the engine's proxy. */
    boolean openToLan(NetworkNamespace to, Binding binding) {
        boolean translated = options.settings().on(EngineSetting.IPTABLES);
        boolean forwards = options.settings().on(EngineSetting.IP_FORWARD) && !to.closed(Way.IN);
        boolean handsOn = proxyOn() && !closedToHost(Way.INTO_HOST) && !to.closed(Way.FROM_HOST);
        if (onBridge(binding)) {
            return false;
        }
        boolean sixToSix = any(to, NetworkTraits::leadsOutOverIpv6);
        boolean overIpv4 = binding.overIpv4() && (translated ? forwards : handsOn);
        boolean overIpv6 = binding.overIpv6() && ((sixToSix && options.filtersIpv6()) ? forwards : handsOn);
        return !binding.loopback() && (overIpv4 || overIpv6);
    }

    /** Returns what becomes of packets of a container on the host's network on a way between the host and what is beyond it. */
    ReachReason ofHost(Way way) {
        return closedToHost(way) ? ReachReason.NOT_FORWARDED : ReachReason.HOST_NETWORK;
    }

    /** Returns the rule of the host's own that closes a way of the network that carries a namespace's ports. */
    Optional<String> closing(NetworkNamespace namespace, Way way) {
        return namespace
                .gateway()
                .flatMap(network -> options.settings().hostRules().closing(network.realName(), way));
    }

    private boolean closedToHost(Way way) {
        return options.settings().hostRules().ofHost().closed(way);
    }

    /** Returns what becomes of packets between two of host, LAN and internet. */
    ReachReason aroundHost(Subject from, Subject to) {
        if (from instanceof Subject.Host) {
            return ReachReason.HOST_UPLINK;
        }
        if (to instanceof Subject.Host) {
            boolean hidden = from instanceof Subject.Internet && !options.hostIsPublic();
            return hidden ? ReachReason.HOST_NOT_PUBLIC : ReachReason.HOST_UPLINK;
        }
        return ReachReason.OUTSIDE_PROJECT;
    }

    /** Returns what becomes of packets that leave by a gateway for beyond the host. */
    ReachReason beyond(NetworkTraits gateway) {
        if (gateway.kind() != NetworkTraits.Kind.LAN
                && (!forwards(gateway.filtered()) || gateway.ways().closed(Way.OUT))) {
            return ReachReason.NOT_FORWARDED;
        }
        if (gateway.inhibited() && gateway.ipv6() == NetworkTraits.Ipv6.NONE) {
            return ReachReason.NO_HOST_ADDRESS;
        }
        boolean translated = !gateway.internal()
                && gateway.filtered()
                && gateway.masquerade()
                && gateway.gatewayMode() != NetworkTraits.GatewayMode.ROUTED;
        boolean onLan = gateway.kind() == NetworkTraits.Kind.LAN && !gateway.routedOnLan();
        return translated || onLan ? ReachReason.EGRESS : ReachReason.ROUTE_UNKNOWN;
    }

    /** What the engine writes no rules for is up to the host's own. */
    private boolean forwards(boolean filtered) {
        return options.settings().on(EngineSetting.IP_FORWARD)
                && (filtered || options.settings().on(EngineSetting.FORWARD_POLICY));
    }

    /** Returns whether a port is bound to the host's address on a bridge, which other machines reach by a route of theirs only. */
    boolean onBridge(Binding binding) {
        return !binding.loopback()
                && binding.hostIp()
                        .filter(address -> bridgeAddresses().contains(address))
                        .isPresent();
    }

    private Set<String> bridgeAddresses() {
        Set<String> known = bridgeAddresses;
        if (known == null) {
            known = parts.bridgeAddresses();
            bridgeAddresses = known;
        }
        return known;
    }

    private boolean proxyOn() {
        return options.settings().on(EngineSetting.USERLAND_PROXY);
    }

    /** Returns whether the host routes IPv6 between a namespace and all others of which the same is true. */
    boolean routedOverIpv6(NetworkNamespace namespace) {
        return namespace.unfiltered() && options.settings().on(EngineSetting.IP_FORWARD);
    }

    /** Returns whether the host routes between two namespaces, since no packet rule keeps them apart. */
    boolean routedFreely(NetworkNamespace a, NetworkNamespace b) {
        return forwards(false) && routedFreely(a) && routedFreely(b);
    }

    /** Before engine 25 members of internal networks have a default route as well. */
    private boolean routedFreely(NetworkNamespace namespace) {
        return namespace.gateway().isPresent()
                ? namespace.gateway().get().routedFreely()
                : options.internalHasRoute() && any(namespace, NetworkTraits::routedFreely);
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

    /**
     * Routers of LANs that decide who reaches machines of macvlan and ipvlan networks, and whom those reach: only where the host
     * stands in the same subnet the kernel keeps it apart for certain (tried on 28.5: with a router in between all of it is open).
     */
    static final class LanRouters {

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
}
