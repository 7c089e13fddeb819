package dev.bulkhead.reach;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judge of single pairs: the definition of every verdict.
 *
 * <p>Each rule was tried with packets on engines 20.10.24 and 28.5.2; {@code docs} lists them as facts.
 */
final class Judge {

    /** A reason and what carries it. */
    record Finding(ReachReason reason, Optional<String> via) {
        static Finding of(ReachReason reason) {
            return new Finding(reason, Optional.empty());
        }

        static Finding of(ReachReason reason, NetworkTraits via) {
            return new Finding(reason, Optional.of(via.label()));
        }

        static Finding of(ReachReason reason, Optional<NetworkTraits> via) {
            return new Finding(reason, via.map(NetworkTraits::label));
        }
    }

    private final IndexedTopology indexed;

    Judge(IndexedTopology indexed) {
        this.indexed = indexed;
    }

    /** Judges between two services. */
    Finding between(int from, int to, Optional<PortQuery> port) {
        if (!indexed.active[from] || !indexed.active[to]) {
            return Finding.of(ReachReason.PROFILE_INACTIVE);
        }
        NetworkNamespace a = indexed.namespaces[from];
        NetworkNamespace b = indexed.namespaces[to];
        if (a.equals(b)) {
            return Finding.of(ReachReason.SHARED_NAMESPACE);
        }
        return switch (a.kind()) {
            case NONE -> Finding.of(ReachReason.NO_NETWORK);
            case UNKNOWN ->
                b.kind() == NetworkNamespace.Kind.NONE
                        ? Finding.of(ReachReason.NO_NETWORK)
                        : Finding.of(ReachReason.NAMESPACE_UNKNOWN);
            case HOST -> fromHost(b, port);
            case NETWORKS ->
                switch (b.kind()) {
                    case NONE -> Finding.of(ReachReason.NO_NETWORK);
                    case UNKNOWN -> Finding.of(ReachReason.NAMESPACE_UNKNOWN);
                    case HOST -> toHost(a);
                    case NETWORKS -> betweenNetworks(a, b, port);
                };
        };
    }

    private Finding betweenNetworks(NetworkNamespace a, NetworkNamespace b, Optional<PortQuery> port) {
        Optional<NetworkTraits> open = indexed.openSharedNetwork(a, b);
        if (open.isPresent()) {
            return Finding.of(ReachReason.SHARED_NETWORK, open.get());
        }
        if (a.unfiltered() && b.unfiltered()) {
            return a.vpn().isPresent()
                    ? Finding.of(ReachReason.VPN_FIREWALL_UNKNOWN)
                    : Finding.of(ReachReason.IPV6_UNFILTERED, b.gateway());
        }
        Optional<Binding> published = published(b, port, binding -> indexed.carries(a, binding));
        if (published.isPresent()) {
            if (a.vpn().isPresent()) {
                return Finding.of(ReachReason.VPN_FIREWALL_UNKNOWN);
            }
            return b.routed()
                    ? Finding.of(ReachReason.ROUTED_GATEWAY, b.gateway())
                    : new Finding(ReachReason.PUBLISHED_VIA_HOST, published.map(Binding::via));
        }
        Optional<Binding> proxied = published(b, port, binding -> indexed.proxies(a, b, binding));
        if (proxied.isPresent()) {
            return a.vpn().isPresent()
                    ? Finding.of(ReachReason.VPN_FIREWALL_UNKNOWN)
                    : new Finding(ReachReason.USERLAND_PROXY, proxied.map(Binding::via));
        }
        return whyNot(a, b, port);
    }

    private Finding whyNot(NetworkNamespace a, NetworkNamespace b, Optional<PortQuery> port) {
        boolean leaves = indexed.any(a, NetworkTraits::reachesHostPorts);
        Optional<NetworkTraits> closed = indexed.sharedNetwork(a, b);
        if (closed.isPresent()) {
            return Finding.of(ReachReason.ICC_DISABLED, closed.get());
        }
        if (leaves && published(b, port, Binding::loopback).isPresent()) {
            return Finding.of(ReachReason.BOUND_TO_LOOPBACK);
        }
        if (leaves && published(b, port, binding -> !binding.overIpv4()).isPresent()) {
            return Finding.of(ReachReason.NEEDS_IPV6);
        }
        if (!leaves && published(b, port, binding -> true).isPresent()) {
            return Finding.of(
                    indexed.any(a, NetworkTraits::onLan)
                            ? ReachReason.MACVLAN_HOST_SPLIT
                            : ReachReason.INTERNAL_NO_EGRESS);
        }
        return Finding.of(
                port.isPresent() && !b.ports().isEmpty() && leaves
                        ? ReachReason.PORT_NOT_PUBLISHED
                        : ReachReason.NO_SHARED_NETWORK);
    }

    /** Judges from the host, or from a container on the host's network. */
    private Finding fromHost(NetworkNamespace b, Optional<PortQuery> port) {
        return switch (b.kind()) {
            case NONE -> Finding.of(ReachReason.NO_NETWORK);
            case UNKNOWN -> Finding.of(ReachReason.NAMESPACE_UNKNOWN);
            case HOST -> Finding.of(ReachReason.HOST_NETWORK);
            case NETWORKS -> {
                Optional<NetworkTraits> bridge = indexed.network(b, NetworkTraits::touchesHost);
                if (bridge.isPresent()) {
                    yield Finding.of(ReachReason.HOST_BRIDGE, bridge.get());
                }
                Optional<Binding> published = published(b, port, binding -> true);
                if (published.isPresent()) {
                    yield new Finding(ReachReason.PUBLISHED_VIA_HOST, published.map(Binding::via));
                }
                yield apartFromHost(b);
            }
        };
    }

    /** Judges towards the host, or towards a container on the host's network. */
    private Finding toHost(NetworkNamespace a) {
        return switch (a.kind()) {
            case NONE -> Finding.of(ReachReason.NO_NETWORK);
            case UNKNOWN -> Finding.of(ReachReason.NAMESPACE_UNKNOWN);
            case HOST -> Finding.of(ReachReason.HOST_NETWORK);
            case NETWORKS -> {
                Optional<NetworkTraits> bridge = indexed.network(a, NetworkTraits::touchesHost);
                if (bridge.isEmpty()) {
                    yield apartFromHost(a);
                }
                yield a.vpn().isPresent()
                        ? Finding.of(ReachReason.VPN_FIREWALL_UNKNOWN)
                        : Finding.of(ReachReason.HOST_BRIDGE, bridge.get());
            }
        };
    }

    private Finding apartFromHost(NetworkNamespace namespace) {
        Optional<NetworkTraits> lan = indexed.network(namespace, NetworkTraits::onLan);
        return lan.isPresent()
                ? Finding.of(ReachReason.MACVLAN_HOST_SPLIT, lan.get())
                : Finding.of(ReachReason.ISOLATED_GATEWAY, indexed.network(namespace, network -> true));
    }

    /** Judges from another machine. */
    private Finding fromLan(NetworkNamespace b, Optional<PortQuery> port) {
        return switch (b.kind()) {
            case NONE -> Finding.of(ReachReason.NO_NETWORK);
            case UNKNOWN -> Finding.of(ReachReason.NAMESPACE_UNKNOWN);
            case HOST -> Finding.of(ReachReason.HOST_NETWORK);
            case NETWORKS -> {
                Optional<NetworkTraits> lan = indexed.network(b, NetworkTraits::onLan);
                if (lan.isPresent()) {
                    yield Finding.of(ReachReason.LAN_PEER, lan.get());
                }
                Optional<Binding> published = published(b, port, binding -> !binding.loopback());
                if (published.isPresent()) {
                    yield b.routed()
                            ? Finding.of(ReachReason.ROUTE_UNKNOWN, b.gateway())
                            : new Finding(ReachReason.PUBLISHED_VIA_HOST, published.map(Binding::via));
                }
                yield b.unfiltered() ? Finding.of(ReachReason.ROUTE_UNKNOWN, b.gateway()) : whyNotFromLan(b, port);
            }
        };
    }

    private static Finding whyNotFromLan(NetworkNamespace b, Optional<PortQuery> port) {
        if (published(b, port, Binding::loopback).isPresent()) {
            return Finding.of(ReachReason.BOUND_TO_LOOPBACK);
        }
        return Finding.of(
                b.declaresPorts() && b.gateway().isEmpty()
                        ? ReachReason.INTERNAL_NOT_PUBLISHED
                        : ReachReason.PORT_NOT_PUBLISHED);
    }

    /** Judges beyond the host. */
    private Finding outwards(NetworkNamespace a, boolean toLan) {
        return switch (a.kind()) {
            case NONE -> Finding.of(ReachReason.NO_NETWORK);
            case UNKNOWN -> Finding.of(ReachReason.NAMESPACE_UNKNOWN);
            case HOST -> Finding.of(ReachReason.HOST_NETWORK);
            case NETWORKS -> {
                if (a.gateway().isEmpty()) {
                    yield Finding.of(ReachReason.INTERNAL_NO_EGRESS);
                }
                if (a.vpn().isPresent()) {
                    yield throughVpn(a.vpn().get(), toLan);
                }
                Optional<NetworkTraits> lan = indexed.network(a, NetworkTraits::onLan);
                if (toLan && lan.isPresent()) {
                    yield Finding.of(ReachReason.LAN_PEER, lan.get());
                }
                NetworkTraits gateway = a.gateway().get();
                boolean translated = !gateway.internal()
                        && gateway.masquerade()
                        && gateway.gatewayMode() != NetworkTraits.GatewayMode.ROUTED;
                yield Finding.of(translated ? ReachReason.EGRESS : ReachReason.ROUTE_UNKNOWN, gateway);
            }
        };
    }

    private static Finding throughVpn(VpnGuard guard, boolean toLan) {
        if (!toLan) {
            return Finding.of(ReachReason.VPN_TUNNEL);
        }
        return Finding.of(guard.outbound().isEmpty() ? ReachReason.VPN_FIREWALL : ReachReason.VPN_FIREWALL_UNKNOWN);
    }

    /** Judges from a service to host, LAN or internet. */
    Finding outside(int from, Subject to) {
        if (!indexed.active[from]) {
            return Finding.of(ReachReason.PROFILE_INACTIVE);
        }
        NetworkNamespace a = indexed.namespaces[from];
        return switch (to) {
            case Subject.Host() -> toHost(a);
            case Subject.Lan() -> outwards(a, true);
            case Subject.Internet() -> outwards(a, false);
            case Subject.OfService s -> throw new IllegalArgumentException(s.key());
        };
    }

    /** Judges from host, LAN or internet to a service. */
    Finding fromOutside(Subject from, int to, Optional<PortQuery> port) {
        if (!indexed.active[to]) {
            return Finding.of(ReachReason.PROFILE_INACTIVE);
        }
        NetworkNamespace b = indexed.namespaces[to];
        return switch (from) {
            case Subject.Host() -> fromHost(b, port);
            case Subject.Lan() -> fromLan(b, port);
            case Subject.Internet() -> fromInternet(b, port);
            case Subject.OfService s -> throw new IllegalArgumentException(s.key());
        };
    }

    private Finding fromInternet(NetworkNamespace b, Optional<PortQuery> port) {
        Finding lan = fromLan(b, port);
        if (lan.reason().verdict() == Verdict.BLOCKED) {
            return lan;
        }
        if (lan.reason() == ReachReason.LAN_PEER) {
            return new Finding(ReachReason.FIREWALL_UNKNOWN, lan.via());
        }
        return indexed.options.hostIsPublic() ? lan : new Finding(ReachReason.HOST_NOT_PUBLIC, lan.via());
    }

    /** Judges between two of host, LAN and internet. */
    Finding aroundHost(Subject from, Subject to) {
        if (from instanceof Subject.Host) {
            return Finding.of(ReachReason.HOST_UPLINK);
        }
        if (to instanceof Subject.Host) {
            boolean hidden = from instanceof Subject.Internet && !indexed.options.hostIsPublic();
            return Finding.of(hidden ? ReachReason.HOST_NOT_PUBLIC : ReachReason.HOST_UPLINK);
        }
        return Finding.of(ReachReason.OUTSIDE_PROJECT);
    }

    private static Optional<Binding> published(NetworkNamespace b, Optional<PortQuery> port, Predicate<Binding> kind) {
        if (b.ports().isEmpty()) {
            return Optional.empty();
        }
        // A question for a container port prefers the binding that leads there over one that has it as host port.
        return b.ports().stream()
                .filter(kind)
                .filter(binding -> port.map(binding::answers).orElse(true))
                .min(Comparator.comparing((Binding binding) ->
                        port.map(p -> binding.mapping().target() != p.port()).orElse(false)));
    }
}
