package dev.bulkhead.reach;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import java.util.Map;
import java.util.Optional;

/**
 * Traits of a network: what it does with packets (moby {@code libnetwork/drivers}; tried on engines 20.10 and 28.5).
 *
 * @param label how answers name it: its key in the project, else its real name
 * @param realName its name on the engine, which also decides between gateways
 * @param icc whether members reach each other
 * @param names whether members can look each other up
 */
record NetworkTraits(
        String label,
        String realName,
        Kind kind,
        boolean internal,
        boolean icc,
        boolean names,
        GatewayMode gatewayMode,
        Ipv6 ipv6,
        boolean masquerade,
        Optional<String> hostBinding) {

    /** The engine's own bridge, which resolves no names. */
    static final NetworkTraits DEFAULT_BRIDGE = new NetworkTraits(
            "bridge", "bridge", Kind.BRIDGE, false, true, false, GatewayMode.NAT, Ipv6.NONE, true, Optional.empty());

    private static final String BRIDGE = "com.docker.network.bridge.";

    enum Kind {
        BRIDGE,
        OVERLAY,
        /** macvlan and ipvlan: members are machines of the LAN. */
        LAN,
        /** Another driver, of which nothing is known but that members reach each other. */
        OTHER
    }

    enum GatewayMode {
        NAT,
        NAT_UNPROTECTED,
        ROUTED,
        ISOLATED
    }

    enum Ipv6 {
        NONE,
        /** Treated as IPv4 is. */
        FILTERED,
        /** As {@link #FILTERED}, without an address on the host ({@code gateway_mode_ipv6: isolated}). */
        ISOLATED,
        /** Routed everywhere by the host, whatever the network is for IPv4. */
        UNFILTERED
    }

    static NetworkTraits of(Network network, ReachOptions options) {
        NetworkOptions stated = network.external()
                ? options.external().getOrDefault(network.name(), network.options())
                : network.options();
        Map<String, String> driver = stated.driverOpts();
        Kind kind = switch (stated.driver().orElse("bridge")) {
            case "bridge" -> Kind.BRIDGE;
            case "overlay" -> Kind.OVERLAY;
            case "macvlan", "ipvlan" -> Kind.LAN;
            default -> Kind.OTHER;
        };
        return new NetworkTraits(
                network.key(),
                network.name(),
                kind,
                stated.internal(),
                !"false".equals(driver.get(BRIDGE + "enable_icc")) && !"private".equals(driver.get("macvlan_mode")),
                true,
                gatewayMode(driver.getOrDefault(BRIDGE + "gateway_mode_ipv4", "nat"), options),
                stated.enableIpv6()
                        ? ipv6(kind, driver.getOrDefault(BRIDGE + "gateway_mode_ipv6", "nat"), options)
                        : Ipv6.NONE,
                !"false".equals(driver.get(BRIDGE + "enable_ip_masquerade")),
                Optional.ofNullable(driver.get(BRIDGE + "host_binding_ipv4")));
    }

    private static GatewayMode gatewayMode(String text, ReachOptions options) {
        // Engine 20.10 takes the option and ignores it.
        if (options.engineMajor() < ReachOptions.CURRENT_ENGINE) {
            return GatewayMode.NAT;
        }
        return switch (text) {
            case "routed" -> GatewayMode.ROUTED;
            case "isolated" -> GatewayMode.ISOLATED;
            case "nat-unprotected" -> GatewayMode.NAT_UNPROTECTED;
            default -> GatewayMode.NAT;
        };
    }

    private static Ipv6 ipv6(Kind kind, String mode, ReachOptions options) {
        if (kind == Kind.BRIDGE && options.engineMajor() < ReachOptions.FILTERS_IPV6) {
            return Ipv6.UNFILTERED;
        }
        return gatewayMode(mode, options) == GatewayMode.ISOLATED ? Ipv6.ISOLATED : Ipv6.FILTERED;
    }

    /** Whether the host has an address on it, so that host and members reach each other. */
    boolean touchesHost() {
        boolean isolated = gatewayMode == GatewayMode.ISOLATED && (ipv6 == Ipv6.NONE || ipv6 == Ipv6.ISOLATED);
        return (kind == Kind.BRIDGE && !(internal && isolated)) || (kind == Kind.OVERLAY && !internal);
    }

    /** Whether its members reach ports that others publish on the host; from internal networks they are dropped. */
    boolean reachesHostPorts() {
        return touchesHost() && !internal;
    }

    /** Whether its members reach, over IPv6, ports that others publish on the host. */
    boolean reachesHostPortsOverIpv6() {
        return unfilteredIpv6() || (ipv6 != Ipv6.NONE && reachesHostPorts());
    }

    /** Whether its members reach each other on all ports. */
    boolean opensMembers() {
        return icc || unfilteredIpv6();
    }

    /** Whether its gateway routes IPv6 to and from all others like it, internal or not. */
    boolean unfilteredIpv6() {
        return ipv6 == Ipv6.UNFILTERED;
    }

    /** Whether its members reach nothing but the host's own IPv6 address on it, and each other. */
    boolean internalWithIpv6OnHost() {
        return internal && kind == Kind.BRIDGE && ipv6 == Ipv6.FILTERED;
    }

    /** Whether published ports of its members are translated to IPv6 addresses of theirs. */
    boolean leadsOutOverIpv6() {
        return leadsOut() && ipv6 != Ipv6.NONE;
    }

    /** Whether its members get beyond the host. */
    boolean leadsOut() {
        return !internal && kind != Kind.OTHER;
    }

    /** Whether its members are machines of the LAN. */
    boolean onLan() {
        return kind == Kind.LAN && !internal;
    }
}
