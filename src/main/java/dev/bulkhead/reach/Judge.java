package dev.bulkhead.reach;

import dev.bulkhead.reach.setting.HostRules.Way;
import java.util.Optional;

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

    final IndexedTopology indexed;
    private final IndexedTopology.LanRouters routers;

    Judge(IndexedTopology indexed) {
        this.indexed = indexed;
        this.routers = new IndexedTopology.LanRouters(indexed);
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
        if (indexed.routedOverIpv6(a) && indexed.routedOverIpv6(b)) {
            return a.vpn().isPresent()
                    ? Finding.of(a.behindVpn())
                    : Finding.of(ReachReason.IPV6_UNFILTERED, b.gateway());
        }
        if (indexed.routedFreely(a, b)) {
            return a.vpn().isPresent()
                    ? Finding.of(a.behindVpn())
                    : Finding.of(ReachReason.NO_PACKET_RULES, b.gateway());
        }
        Optional<Binding> published = b.published(port, binding -> indexed.carries(a, b, binding));
        if (published.isPresent()) {
            if (a.vpn().isPresent()) {
                return Finding.of(a.behindVpn());
            }
            return b.routed()
                    ? Finding.of(ReachReason.ROUTED_GATEWAY, b.gateway())
                    : new Finding(ReachReason.PUBLISHED_VIA_HOST, published.map(Binding::via));
        }
        Optional<Binding> proxied = b.published(port, binding -> indexed.proxies(a, b, binding));
        if (proxied.isPresent()) {
            return a.vpn().isPresent()
                    ? Finding.of(a.behindVpn())
                    : new Finding(ReachReason.USERLAND_PROXY, proxied.map(Binding::via));
        }
        return whyNot(a, b, port);
    }

    private Finding whyNot(NetworkNamespace a, NetworkNamespace b, Optional<PortQuery> port) {
        Optional<NetworkTraits> router = routers.between(a, b);
        if (router.isPresent()) {
            return Finding.of(ReachReason.LAN_ROUTER_UNKNOWN, router.get());
        }
        if (b.published(port, binding -> indexed.lacksProxy(a, b, binding)).isPresent()) {
            return Finding.of(ReachReason.USERLAND_PROXY_OFF);
        }
        boolean overIpv4 = indexed.any(a, NetworkTraits::reachesHostPorts);
        boolean overIpv6 = indexed.any(a, NetworkTraits::reachesHostPortsOverIpv6);
        boolean leaves = overIpv4 || overIpv6;
        Optional<NetworkTraits> closed = indexed.sharedNetwork(a, b);
        if (closed.isPresent()) {
            return Finding.of(ReachReason.ICC_DISABLED, closed.get());
        }
        if (leaves && b.published(port, Binding::loopback).isPresent()) {
            return Finding.of(ReachReason.BOUND_TO_LOOPBACK);
        }
        if (overIpv4 && b.published(port, binding -> !binding.overIpv4()).isPresent()) {
            return Finding.of(ReachReason.NEEDS_IPV6);
        }
        if (overIpv6 && b.published(port, binding -> !binding.overIpv6()).isPresent()) {
            return Finding.of(ReachReason.NEEDS_IPV4);
        }
        if (!leaves && b.published(port, binding -> true).isPresent()) {
            return Finding.of(
                    indexed.any(a, NetworkTraits::onLan)
                            ? ReachReason.MACVLAN_HOST_SPLIT
                            : ReachReason.INTERNAL_NO_EGRESS);
        }
        return Finding.of(
                port.isPresent() && !b.ports().isEmpty() && leaves && !indexed.routedApart(b)
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
                Optional<NetworkTraits> bridge = indexed.network(b, NetworkTraits::hostReaches);
                if (bridge.isPresent()) {
                    yield Finding.of(ReachReason.HOST_BRIDGE, bridge.get());
                }
                Optional<Binding> published = b.published(port, binding -> !b.closed(Way.FROM_HOST));
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
                Optional<NetworkTraits> bridge = indexed.network(a, NetworkTraits::reachesHost);
                if (bridge.isEmpty()) {
                    yield apartFromHost(a);
                }
                yield a.vpn().isPresent()
                        ? Finding.of(a.behindVpn())
                        : Finding.of(ReachReason.HOST_BRIDGE, bridge.get());
            }
        };
    }

    private Finding apartFromHost(NetworkNamespace namespace) {
        Optional<NetworkTraits> router = routers.of(namespace);
        if (router.isPresent()) {
            return Finding.of(ReachReason.LAN_ROUTER_UNKNOWN, router.get());
        }
        Optional<NetworkTraits> lan = indexed.network(namespace, NetworkTraits::onLan);
        if (lan.isPresent()) {
            return Finding.of(ReachReason.MACVLAN_HOST_SPLIT, lan.get());
        }
        Optional<NetworkTraits> any = indexed.network(namespace, network -> true);
        return Finding.of(
                any.filter(NetworkTraits::inhibited).isPresent()
                        ? ReachReason.NO_HOST_ADDRESS
                        : ReachReason.ISOLATED_GATEWAY,
                any);
    }

    /** Judges from another machine. */
    private Finding fromLan(NetworkNamespace b, Optional<PortQuery> port) {
        return switch (b.kind()) {
            case NONE -> Finding.of(ReachReason.NO_NETWORK);
            case UNKNOWN -> Finding.of(ReachReason.NAMESPACE_UNKNOWN);
            case HOST -> Finding.of(indexed.ofHost(Way.INTO_HOST));
            case NETWORKS -> {
                Optional<NetworkTraits> lan = indexed.network(b, NetworkTraits::onLan);
                if (lan.isPresent()) {
                    yield Finding.of(lan.get().besideLan(), lan.get());
                }
                Optional<Binding> published = b.published(port, binding -> indexed.openToLan(b, binding));
                if (published.isPresent()) {
                    if (b.vpn().filter(guard -> !guard.known()).isPresent()) {
                        yield Finding.of(ReachReason.VPN_UNKNOWN);
                    }
                    if (b.closed(Way.IN)) {
                        // Only the engine's proxy takes it, from machines that speak IPv6 with the host.
                        yield new Finding(ReachReason.HOST_RULES, indexed.closing(b, Way.IN));
                    }
                    yield b.routed()
                            ? Finding.of(ReachReason.ROUTE_UNKNOWN, b.gateway())
                            : new Finding(ReachReason.PUBLISHED_VIA_HOST, published.map(Binding::via));
                }
                Optional<Binding> onBridge = b.published(port, indexed::onBridge);
                if (onBridge.isPresent() && !b.routed()) {
                    yield new Finding(ReachReason.BRIDGE_ADDRESS, onBridge.map(Binding::via));
                }
                boolean routed = b.unfiltered()
                        || indexed.routedFreely(b, b)
                        || b.gateway().filter(NetworkTraits::unprotected).isPresent();
                yield routed ? Finding.of(ReachReason.ROUTE_UNKNOWN, b.gateway()) : whyNotFromLan(b, port);
            }
        };
    }

    private static Finding whyNotFromLan(NetworkNamespace b, Optional<PortQuery> port) {
        if (b.published(port, binding -> !binding.loopback()).isPresent()) {
            return Finding.of(ReachReason.NOT_FORWARDED, b.gateway());
        }
        if (b.published(port, Binding::loopback).isPresent()) {
            return Finding.of(ReachReason.BOUND_TO_LOOPBACK);
        }
        if (b.declaresPorts() && b.gateway().isEmpty()) {
            return Finding.of(ReachReason.INTERNAL_NOT_PUBLISHED);
        }
        Optional<NetworkTraits> ipv6Only = b.gateway().filter(network -> b.unpublished() && !network.ipv4());
        return ipv6Only.isPresent()
                ? Finding.of(ReachReason.IPV6_ONLY_NOT_PUBLISHED, ipv6Only)
                : Finding.of(ReachReason.PORT_NOT_PUBLISHED);
    }

    /** Judges beyond the host. */
    private Finding outwards(NetworkNamespace a, boolean toLan) {
        return switch (a.kind()) {
            case NONE -> Finding.of(ReachReason.NO_NETWORK);
            case UNKNOWN -> Finding.of(ReachReason.NAMESPACE_UNKNOWN);
            case HOST -> Finding.of(indexed.ofHost(Way.OUT_OF_HOST));
            case NETWORKS -> {
                if (a.gateway().isEmpty()) {
                    yield Finding.of(ReachReason.INTERNAL_NO_EGRESS);
                }
                if (a.vpn().isPresent() && !a.closed(Way.OUT)) {
                    yield throughVpn(a.vpn().get(), toLan);
                }
                Optional<NetworkTraits> lan = indexed.network(a, NetworkTraits::onLan);
                if (toLan && lan.isPresent()) {
                    yield Finding.of(lan.get().besideLan(), lan.get());
                }
                NetworkTraits gateway = a.gateway().get();
                ReachReason beyond = indexed.beyond(gateway);
                // Every edit asks this twice of thousands.
                yield a.second().isEmpty() || beyond.verdict() == Verdict.REACHABLE
                        ? Finding.of(beyond, gateway)
                        : Finding.of(
                                indexed.beyond(a.second().get()), a.second().get());
            }
        };
    }

    private static Finding throughVpn(VpnGuard guard, boolean toLan) {
        if (!guard.known()) {
            return Finding.of(ReachReason.VPN_UNKNOWN);
        }
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
            case Subject.OfService _, Subject.Foreign _ -> throw new IllegalArgumentException(to.text());
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
            case Subject.OfService _, Subject.Foreign _ -> throw new IllegalArgumentException(from.text());
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
        return Finding.of(indexed.aroundHost(from, to));
    }
}
