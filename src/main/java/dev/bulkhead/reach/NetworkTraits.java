package dev.bulkhead.reach;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.HostRules.Way;
import dev.bulkhead.reach.setting.HostRules.Ways;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Traits of a network: what it does with packets (moby {@code libnetwork/drivers}; tried on engines 20.10 and 28.5).
 *
 * @param label how answers name it: its key in the project, else its real name
 * @param realName its name on the engine, which also decides between gateways
 * @param icc whether members reach each other
 * @param names whether members can look each other up
 * @param ipv4 whether its members have IPv4 addresses
 * @param hostAddress whether the host has an IPv4 address on it, as it has where members have, unless that is inhibited
 * @param filtered whether the engine writes packet rules for it; for IPv6 it does without being told to
 * @param besideHost whether its members are in a subnet where the host stands too; of LANs only
 * @param ways what packet rules of the host beside the engine's leave of it
 */
record NetworkTraits(
        String label,
        String realName,
        Kind kind,
        boolean internal,
        boolean icc,
        boolean names,
        GatewayMode gatewayMode,
        boolean ipv4,
        Ipv6 ipv6,
        boolean masquerade,
        Optional<String> hostBinding,
        boolean hostAddress,
        boolean filtered,
        boolean besideHost,
        Ways ways) {

    /** The engine's own bridge, which resolves no names. */
    private static final Network DEFAULT_BRIDGE =
            new Network("bridge", "bridge", NetworkOptions.defaults().withExternal(true), List.of());

    private static final String BRIDGE = "com.docker.network.bridge.";
    /** What engines from 28 on take for {@code enable_ipv6}. */
    private static final String IPV6_OPTION = "com.docker.network.enable_ipv6";

    enum Kind {
        BRIDGE,
        OVERLAY,
        /** macvlan and ipvlan: members are machines of the LAN. */
        LAN,
        /** Another driver, of which nothing is known but that members reach each other; taken for a bridge (see {@link UnknownNetworks}). */
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

    /** Returns what the engine's own bridge does, as the engine tells or is set. */
    static NetworkTraits ofDefaultBridge(ReachOptions options) {
        return of(DEFAULT_BRIDGE, options);
    }

    static NetworkTraits of(Network network, ReachOptions options) {
        NetworkOptions stated = stated(network, options);
        Kind kind = kind(stated);
        boolean made = kind == Kind.BRIDGE && !network.external();
        Map<String, String> driver =
                made ? options.settings().bridges().with(stated.driverOpts()) : stated.driverOpts();
        // Older engines take the switch and give IPv4 addresses all the same.
        boolean ipv4 = stated.enableIpv4() || options.engineMajor() < ReachOptions.CURRENT_ENGINE;
        boolean ipv6 = stated.enableIpv6() || (made && "true".equals(driver.get(IPV6_OPTION)));
        Ways ways = kind == Kind.BRIDGE ? options.settings().hostRules().of(network.name()) : Ways.FREE;
        return new NetworkTraits(
                network.key(),
                network.name(),
                kind,
                stated.internal(),
                icc(network, driver, options),
                !isDefaultBridge(network),
                layer3(stated)
                        ? GatewayMode.ROUTED
                        : gatewayMode(
                                driver.getOrDefault(BRIDGE + "gateway_mode_ipv" + (ipv4 ? "4" : "6"), "nat"), options),
                ipv4,
                ipv6 ? ipv6(kind, driver.getOrDefault(BRIDGE + "gateway_mode_ipv6", "nat"), ways, options) : Ipv6.NONE,
                !"false".equals(driver.get(BRIDGE + "enable_ip_masquerade")),
                Optional.ofNullable(driver.get(BRIDGE + "host_binding_ipv4"))
                        .or(() -> options.settings().bridges().ip().filter(ip -> isDefaultBridge(network))),
                ipv4 && !"true".equals(driver.get(BRIDGE + "inhibit_ipv4")),
                ipv4 ? options.settings().on(EngineSetting.IPTABLES) : options.filtersIpv6(),
                kind == Kind.LAN && besideHost(network, options),
                ways);
    }

    private static NetworkOptions stated(Network network, ReachOptions options) {
        // What the engine told of, or what is supposed where nobody knows.
        return network.external() || kind(network.options()) == Kind.OTHER
                ? options.external().getOrDefault(network.name(), network.options())
                : network.options();
    }

    /** Returns what kind a network is of. */
    static Kind kind(NetworkOptions options) {
        return switch (options.driver().orElse("bridge")) {
            case "bridge" -> Kind.BRIDGE;
            case "overlay" -> Kind.OVERLAY;
            case "macvlan", "ipvlan" -> Kind.LAN;
            default -> Kind.OTHER;
        };
    }

    /** The host routes such networks to the LAN, which knows nothing of them by itself (Docker documentation, IPvlan L3 mode). */
    private static boolean layer3(NetworkOptions stated) {
        return stated.driver().filter("ipvlan"::equals).isPresent()
                && stated.driverOpts().getOrDefault("ipvlan_mode", "l2").startsWith("l3");
    }

    private static boolean isDefaultBridge(Network network) {
        return network.name().equals("bridge");
    }

    /** Without packet rules nobody keeps members apart. */
    private static boolean icc(Network network, Map<String, String> driver, ReachOptions options) {
        boolean on = !"false".equals(driver.get(BRIDGE + "enable_icc"))
                && (!isDefaultBridge(network) || options.settings().on(EngineSetting.ICC));
        return (on || !options.settings().on(EngineSetting.IPTABLES)) && !"private".equals(driver.get("macvlan_mode"));
    }

    private static boolean besideHost(Network network, ReachOptions options) {
        return network.subnets().stream()
                .flatMap(subnet -> subnet.subnet().stream())
                .flatMap(text -> Cidr.enclosing(text).stream())
                .anyMatch(cidr -> options.settings().around().stream().anyMatch(cidr::overlaps));
    }

    private static GatewayMode gatewayMode(String text, ReachOptions options) {
        // Older engines take the option and ignore it; 27 knows one of the modes and refuses the others.
        if (options.engineMajor() < ReachOptions.CURRENT_ENGINE) {
            return text.equals("routed") && options.engineMajor() >= ReachOptions.KNOWS_ROUTED
                    ? GatewayMode.ROUTED
                    : GatewayMode.NAT;
        }
        return switch (text) {
            case "routed" -> GatewayMode.ROUTED;
            case "isolated" -> GatewayMode.ISOLATED;
            case "nat-unprotected" -> GatewayMode.NAT_UNPROTECTED;
            default -> GatewayMode.NAT;
        };
    }

    private static Ipv6 ipv6(Kind kind, String mode, Ways ways, ReachOptions options) {
        if (gatewayMode(mode, options) == GatewayMode.ISOLATED) {
            return Ipv6.ISOLATED;
        }
        // What the engine does not filter the host's own rules may.
        boolean unfiltered = kind == Kind.BRIDGE && !options.filtersIpv6() && !ways.closed(Way.ACROSS);
        return unfiltered ? Ipv6.UNFILTERED : Ipv6.FILTERED;
    }

    /** Whether the host has an address on it, so that host and members reach each other. */
    boolean touchesHost() {
        boolean isolated = gatewayMode == GatewayMode.ISOLATED && (ipv6 == Ipv6.NONE || ipv6 == Ipv6.ISOLATED);
        return ((kind == Kind.BRIDGE || kind == Kind.OTHER)
                        && !(internal && isolated)
                        && (hostAddress || ipv6 != Ipv6.NONE))
                || (kind == Kind.OVERLAY && !internal);
    }

    /** Whether its members reach the host. */
    boolean reachesHost() {
        return touchesHost() && !ways.closed(Way.TO_HOST);
    }

    /** Whether the host reaches its members. */
    boolean hostReaches() {
        return touchesHost() && !ways.closed(Way.FROM_HOST);
    }

    /** Whether its members reach ports that others publish on the host; from internal networks they are dropped. */
    boolean reachesHostPorts() {
        return ipv4 && reachesHost() && !(internal && filtered) && (hostAddress || kind != Kind.BRIDGE);
    }

    /** Whether the host has no address on it though its members have IPv4. */
    boolean inhibited() {
        return ipv4 && !hostAddress;
    }

    /** Whether ports of its members can be published; those of machines of a LAN are not. */
    boolean publishes() {
        return leadsOut() && kind != Kind.LAN && (hostAddress || ipv6 != Ipv6.NONE);
    }

    /** Whether its members reach, over IPv6, ports that others publish on the host; rules for IPv6 are there without those for IPv4. */
    boolean reachesHostPortsOverIpv6() {
        return (unfilteredIpv6() && !ways.closed(Way.TO_HOST)) || (ipv6 != Ipv6.NONE && reachesHost() && !internal);
    }

    /** Whether its members reach each other on all ports. */
    boolean opensMembers() {
        return (icc || unfilteredIpv6() || ways.opened(Way.WITHIN)) && !ways.closed(Way.WITHIN);
    }

    /** Whether its gateway routes IPv6 to and from all others like it, internal or not. */
    boolean unfilteredIpv6() {
        return ipv6 == Ipv6.UNFILTERED;
    }

    /** Whether its members reach nothing but the host's own IPv6 address on it, and each other. */
    boolean internalWithIpv6OnHost() {
        return internal && kind == Kind.BRIDGE && ipv6 == Ipv6.FILTERED && !ways.closed(Way.TO_HOST);
    }

    /** Whether published ports of its members are translated to IPv6 addresses of theirs. */
    boolean leadsOutOverIpv6() {
        return leadsOut() && ipv6 != Ipv6.NONE;
    }

    /** Whether its members get beyond the host. */
    boolean leadsOut() {
        return !internal;
    }

    /** Whether its members are machines of the LAN. */
    boolean onLan() {
        return kind == Kind.LAN && !internal;
    }

    /** Whether its members are machines of the LAN only for those with a route to them. */
    boolean routedOnLan() {
        return onLan() && gatewayMode == GatewayMode.ROUTED;
    }

    /** Returns why its members and other machines of the LAN reach each other or not. */
    ReachReason besideLan() {
        return routedOnLan() ? ReachReason.ROUTE_UNKNOWN : ReachReason.LAN_PEER;
    }

    /** Whether a router decides between its members and the host, and all that the host leads to. */
    boolean behindRouter() {
        return onLan() && !besideHost;
    }

    /** Whether the host routes between it and all others like it, since no packet rule keeps them apart. */
    boolean routedFreely() {
        return kind == Kind.BRIDGE && (!filtered || ways.opened(Way.ACROSS)) && hostAddress && !ways.closed(Way.ACROSS);
    }

    /** Whether a machine with a route to its members reaches all of their ports, published or not. */
    boolean unprotected() {
        return (gatewayMode == GatewayMode.NAT_UNPROTECTED || ways.opened(Way.IN)) && !internal;
    }
}
