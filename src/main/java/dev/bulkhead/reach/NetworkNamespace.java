package dev.bulkhead.reach;

import java.util.List;
import java.util.Optional;

/**
 * Network namespace, used by one service or by several that share it.
 *
 * @param owner index of the service whose networks and ports it has; -1 where that is none of the project's
 * @param networks its networks
 * @param gateway the network whose gateway is the default route and carries the published ports
 * @param ports what it publishes, as bound
 * @param declaresPorts whether ports are stated, published or not
 * @param vpn whether a VPN client's firewall guards it
 */
record NetworkNamespace(
        Kind kind,
        int owner,
        NetworkSet networks,
        Optional<NetworkTraits> gateway,
        List<Binding> ports,
        boolean declaresPorts,
        Optional<VpnGuard> vpn) {

    enum Kind {
        NETWORKS,
        HOST,
        NONE,
        UNKNOWN
    }

    NetworkNamespace {
        ports = List.copyOf(ports);
    }

    static NetworkNamespace bare(Kind kind, int owner) {
        return new NetworkNamespace(
                kind, owner, NetworkSet.EMPTY, Optional.empty(), List.of(), false, Optional.empty());
    }

    /** Whether the gateway routes to published ports instead of translating them. */
    boolean routed() {
        return gateway.map(g -> g.gatewayMode() == NetworkTraits.GatewayMode.ROUTED)
                .orElse(false);
    }

    /** Whether its default route leads to everything else that the host routes IPv6 to. */
    boolean unfiltered() {
        return gateway.map(NetworkTraits::unfilteredIpv6).orElse(false);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
