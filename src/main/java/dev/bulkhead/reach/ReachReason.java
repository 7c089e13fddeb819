package dev.bulkhead.reach;

/** Reason of a verdict: why packets get from one subject to another, or do not; each reason belongs to one verdict. */
public enum ReachReason {
    /** Both are members of a network: all ports are open both ways. */
    SHARED_NETWORK(Verdict.REACHABLE),
    /** Both use one network namespace and meet on localhost. */
    SHARED_NAMESPACE(Verdict.REACHABLE),
    /** Through a port that is published on the host. */
    PUBLISHED_VIA_HOST(Verdict.REACHABLE),
    /** One of them uses the host's own network. */
    HOST_NETWORK(Verdict.REACHABLE),
    /** The host stands on every bridge it made: it reaches the members, and they reach what listens on it. */
    HOST_BRIDGE(Verdict.REACHABLE),
    /** The container is a machine of the LAN (macvlan, ipvlan). */
    LAN_PEER(Verdict.REACHABLE),
    /** Its network lets packets out. */
    EGRESS(Verdict.REACHABLE),
    /** Packets leave through a VPN tunnel. */
    VPN_TUNNEL(Verdict.REACHABLE),
    /** The network routes to its published ports without translation (gateway mode {@code routed}). */
    ROUTED_GATEWAY(Verdict.REACHABLE),
    /**
     * Through the engine's own proxy (docker-proxy), which listens on the host's IPv6 addresses for ports of containers
     * that have none; internal networks reach the host's address on their bridge.
     */
    USERLAND_PROXY(Verdict.REACHABLE),
    /** Over IPv6, which engines before 27 do not filter: neither between networks nor from internal ones. */
    IPV6_UNFILTERED(Verdict.REACHABLE),
    /** The engine writes no packet rules ({@code iptables: false}), so the host routes between all of its bridges. */
    NO_PACKET_RULES(Verdict.REACHABLE),
    /** They run on different hosts, and the target publishes a port that other machines reach. */
    OVER_LAN(Verdict.REACHABLE),
    /** The host itself is connected. */
    HOST_UPLINK(Verdict.REACHABLE),

    /** They have no network in common, and no port is published. */
    NO_SHARED_NETWORK(Verdict.BLOCKED),
    /** They run on different hosts, have no network in common that spans both, and the target publishes nothing that others reach. */
    OTHER_HOST(Verdict.BLOCKED),
    /** The source has internal networks only: nothing leaves them. */
    INTERNAL_NO_EGRESS(Verdict.BLOCKED),
    /** The target has internal networks only: its ports are silently not published. */
    INTERNAL_NOT_PUBLISHED(Verdict.BLOCKED),
    /** They share a bridge that drops traffic between its members ({@code enable_icc: false}). */
    ICC_DISABLED(Verdict.BLOCKED),
    /** The bridge has no address on the host (gateway mode {@code isolated}). */
    ISOLATED_GATEWAY(Verdict.BLOCKED),
    /** The port is published on the host's loopback address only. */
    BOUND_TO_LOOPBACK(Verdict.BLOCKED),
    /** The port is published on IPv6 addresses only, and the source has none. */
    NEEDS_IPV6(Verdict.BLOCKED),
    /** The port is published on IPv4 addresses only, and the source has none ({@code enable_ipv4: false}). */
    NEEDS_IPV4(Verdict.BLOCKED),
    /** The port is stated for an IPv4 address, and the target has none itself: it is silently not published. */
    IPV6_ONLY_NOT_PUBLISHED(Verdict.BLOCKED),
    /** The bridge has no IPv4 address on the host ({@code inhibit_ipv4}): nothing gets there through it, nor out of it. */
    NO_HOST_ADDRESS(Verdict.BLOCKED),
    /** Published ports do not lead from bridge to bridge, since the engine's proxy is off ({@code userland-proxy: false}). */
    USERLAND_PROXY_OFF(Verdict.BLOCKED),
    /** The host forwards no packets ({@code ip-forward: false}), or rules of its own drop them all. */
    NOT_FORWARDED(Verdict.BLOCKED),
    /** No port, or not this one, is published on the host. */
    PORT_NOT_PUBLISHED(Verdict.BLOCKED),
    /** The kernel keeps the host and its own macvlan or ipvlan containers apart. */
    MACVLAN_HOST_SPLIT(Verdict.BLOCKED),
    /** One of them has no network at all ({@code network_mode: none}). */
    NO_NETWORK(Verdict.BLOCKED),
    /** One of them is not started: it belongs to a profile that is not active, or has no replicas. */
    PROFILE_INACTIVE(Verdict.BLOCKED),
    /** The host is not marked as public. */
    HOST_NOT_PUBLIC(Verdict.BLOCKED),
    /** The VPN container's firewall lets nothing out beside the tunnel. */
    VPN_FIREWALL(Verdict.BLOCKED),

    /** Whether the VPN container's firewall lets it pass is not known. */
    VPN_FIREWALL_UNKNOWN(Verdict.UNKNOWN),
    /** A firewall or router that Bulkhead cannot see decides. */
    FIREWALL_UNKNOWN(Verdict.UNKNOWN),
    /** It uses the namespace of a container outside the project. */
    NAMESPACE_UNKNOWN(Verdict.UNKNOWN),
    /** Whether an external network that nobody was asked about is internal decides, and nobody tells. */
    EXTERNAL_UNKNOWN(Verdict.UNKNOWN),
    /** The driver of a network is none of Docker's own, and whether it leads out or the host stands on it is not known. */
    DRIVER_UNKNOWN(Verdict.UNKNOWN),
    /** The port is bound to the host's address on a bridge: a machine of the LAN gets there if it has a route to that. */
    BRIDGE_ADDRESS(Verdict.UNKNOWN),
    /** What the tunnel and firewall of a VPN client that is not known here let pass. */
    VPN_UNKNOWN(Verdict.UNKNOWN),
    /** The router of a macvlan or ipvlan network decides: only where the host stands in the same subnet it is certain. */
    LAN_ROUTER_UNKNOWN(Verdict.UNKNOWN),
    /** Packet rules of the host that are none of the engine's drop some packets, or let some past the engine's rules. */
    HOST_RULES(Verdict.UNKNOWN),
    /** Which hosts they run on decides, and one of them was seen nowhere. */
    HOST_UNKNOWN(Verdict.UNKNOWN),
    /** One of them runs on several hosts, and the answer is not the same for each of its containers. */
    SEVERAL_HOSTS(Verdict.UNKNOWN),
    /** They run on different hosts, and whether the network that both name is one that spans these is not known. */
    OVERLAY_UNKNOWN(Verdict.UNKNOWN),
    /** Replies need a route to the container's subnet on the other side. */
    ROUTE_UNKNOWN(Verdict.UNKNOWN),
    /** Neither end belongs to the project. */
    OUTSIDE_PROJECT(Verdict.UNKNOWN);

    private final Verdict verdict;

    ReachReason(Verdict verdict) {
        this.verdict = verdict;
    }

    /** Returns the verdict this reason leads to. */
    public Verdict verdict() {
        return verdict;
    }
}
