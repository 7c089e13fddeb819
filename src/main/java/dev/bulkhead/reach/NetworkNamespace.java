package dev.bulkhead.reach;

import dev.bulkhead.reach.setting.HostRules.Way;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Network namespace, used by one service or by several that share it.
 *
 * @param owner index of the service whose networks and ports it has; -1 where that is none of the project's
 * @param networks its networks
 * @param gateway the network whose gateway is the default route and carries the published ports
 * @param second the network of the default route for IPv6 where that is another one
 * @param ports what it publishes, as bound
 * @param declaresPorts whether ports are stated, published or not
 * @param vpn whether a VPN client's firewall guards it
 */
record NetworkNamespace(
        Kind kind,
        int owner,
        NetworkSet networks,
        Optional<NetworkTraits> gateway,
        Optional<NetworkTraits> second,
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
                kind, owner, NetworkSet.EMPTY, Optional.empty(), Optional.empty(), List.of(), false, Optional.empty());
    }

    /** Whether the gateway routes to published ports instead of translating them. */
    boolean routed() {
        return gateway.map(g -> g.gatewayMode() == NetworkTraits.GatewayMode.ROUTED)
                .orElse(false);
    }

    /** Whether the host's own rules drop everything on a way of the network that carries its ports. */
    boolean closed(Way way) {
        return gateway.isPresent() && gateway.get().ways().closed(way);
    }

    /** What is not known of packets that a VPN client may or may not let pass. */
    ReachReason behindVpn() {
        return vpn.map(VpnGuard::known).orElse(true) ? ReachReason.VPN_FIREWALL_UNKNOWN : ReachReason.VPN_UNKNOWN;
    }

    /** Whether ports are stated and none of them is published. */
    boolean unpublished() {
        return declaresPorts && ports.isEmpty();
    }

    /** Whether its default route for IPv6 leads to everything else that the host routes IPv6 to. */
    boolean unfiltered() {
        return second.or(() -> gateway).map(NetworkTraits::unfilteredIpv6).orElse(false);
    }

    /** Returns the published port of a kind that answers a question, if there is one. */
    Optional<Binding> published(Optional<PortQuery> port, Predicate<Binding> kind) {
        Binding second = null;
        // asked of thousands with every edit, most of which publish nothing
        for (int i = 0; i < ports.size(); i++) {
            Binding binding = ports.get(i);
            if (kind.test(binding) && (port.isEmpty() || answers(binding, port.get()))) {
                // A question for a container port prefers the binding that leads there over one that has it as host
                // port.
                if (port.isEmpty() || binding.mapping().target() == port.get().port()) {
                    return Optional.of(binding);
                }
                second = second == null ? binding : second;
            }
        }
        return Optional.ofNullable(second);
    }

    /** What is routed to has no port on the host, only its own. */
    private boolean answers(Binding binding, PortQuery port) {
        return routed() ? binding.leadsTo(port) : binding.answers(port);
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
