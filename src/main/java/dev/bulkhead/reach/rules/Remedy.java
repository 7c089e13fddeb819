package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.Namespaces;
import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.NetworkMode;
import java.util.Optional;

/** Remedy for a pair that breaks a rule, fit for who the two are and for what connects them or keeps them apart. */
final class Remedy {

    private final ReachMatrix matrix;
    private final Rule.Kind kind;

    Remedy(ReachMatrix matrix, Rule.Kind kind) {
        this.matrix = matrix;
        this.kind = kind;
    }

    /** Returns what to do about a pair, as a sentence. */
    String of(ViolationBuilder.Pair pair, Optional<PortQuery> port) {
        ReachAnswer answer = matrix.answer(pair.from(), pair.to(), port);
        Ends ends = new Ends(answer);
        String remedy = kind == Rule.Kind.MUST
                ? opening(answer.reason(), ends, port)
                : pair.proxy()
                        .map(proxy -> "Take the route of " + proxy + " to " + ends.to + " away")
                        .orElseGet(() -> closing(answer.reason(), ends));
        return switch (kind) {
            case MUST, MUST_NOT -> remedy + "; or drop the rule.";
            case ONLY ->
                remedy + ", or name " + (answer.from() instanceof Subject.Foreign ? "foreign" : ends.from)
                        + " as a source of the rule.";
        };
    }

    private static String opening(ReachReason reason, Ends ends, Optional<PortQuery> port) {
        String published = port.map(p -> "port " + p).orElse("the port") + " of " + ends.to;
        return switch (reason) {
            case NO_SHARED_NETWORK, PORT_NOT_PUBLISHED ->
                ends.fromService() && ends.toService()
                        ? together(ends)
                        : ends.fromService()
                                ? "Give " + ends.fromOwner + " a network that is not internal"
                                : "Publish " + published + " on the host"
                                        + (ends.answer.from() instanceof Subject.Host
                                                ? ", on 127.0.0.1 if only the host needs it"
                                                : "")
                                        + ends.unpublished();
            case INTERNAL_NO_EGRESS -> "Give " + ends.fromOwner + " a network that is not internal as well";
            case INTERNAL_NOT_PUBLISHED ->
                ends.fromService()
                        ? together(ends)
                        : "Give " + ends.toOwner
                                + " a network that is not internal as well, so that its ports are published";
            case ICC_DISABLED -> together(ends) + " on which enable_icc is not false";
            case ISOLATED_GATEWAY ->
                "Give "
                        + (ends.toService() ? ends.toOwner : ends.fromOwner)
                        + " a network whose gateway mode is not isolated";
            case BOUND_TO_LOOPBACK ->
                "Publish " + published + " on an address that " + ends.from + " reaches"
                        + (ends.fromService() ? ", or put both on one network" : "");
            case NO_HOST_ADDRESS ->
                "Give " + (ends.toService() ? ends.toOwner : ends.fromOwner)
                        + " a network that does not state inhibit_ipv4 as well";
            case USERLAND_PROXY_OFF -> ends.fromService() ? together(ends) : "Switch the engine's userland-proxy on";
            case NOT_FORWARDED -> "Switch the engine's ip-forward on, or let the host's own packet rules forward it";
            case HOST_RULES -> hostRule(ends);
            case NEEDS_IPV4 -> "Publish " + published + " on an IPv6 address as well";
            case IPV6_ONLY_NOT_PUBLISHED ->
                "Publish it without an address or on one of IPv6, or leave enable_ipv4 out of network "
                        + ends.answer.via().orElse("its network");
            case NEEDS_IPV6 -> "Publish " + published + " on an IPv4 address as well";
            case EXTERNAL_UNKNOWN -> settled(ends);
            case DRIVER_UNKNOWN, BRIDGE_ADDRESS, VPN_UNKNOWN -> settledElsewhere(ends);
            case MACVLAN_HOST_SPLIT ->
                "Give " + (ends.toService() ? ends.toOwner : ends.fromOwner)
                        + " a bridge network beside the one that makes it a machine of the LAN";
            case NO_NETWORK -> "Give the one without a network one";
            case HOST_NOT_PUBLIC -> "Set exposure.public to true, if the internet does reach this host";
            case VPN_FIREWALL, VPN_FIREWALL_UNKNOWN ->
                "Add the subnet of " + ends.to + " to FIREWALL_OUTBOUND_SUBNETS of " + ends.fromOwner;
            case FIREWALL_UNKNOWN, LAN_ROUTER_UNKNOWN -> "Look at the router of the LAN, which decides it";
            case NAMESPACE_UNKNOWN -> "Bring the container whose network is used into the project";
            case ROUTE_UNKNOWN -> "Set a route back to the container's subnet on the other side";
            case OUTSIDE_PROJECT -> "Name at least one service of the project";
            case OTHER_HOST, HOST_UNKNOWN, SEVERAL_HOSTS, OVERLAY_UNKNOWN -> acrossHosts(ends);
            case SHARED_NETWORK,
                    SHARED_NAMESPACE,
                    OVER_LAN,
                    PUBLISHED_VIA_HOST,
                    HOST_NETWORK,
                    HOST_BRIDGE,
                    LAN_PEER,
                    EGRESS,
                    VPN_TUNNEL,
                    ROUTED_GATEWAY,
                    USERLAND_PROXY,
                    IPV6_UNFILTERED,
                    NO_PACKET_RULES,
                    HOST_UPLINK,
                    PROFILE_INACTIVE -> together(ends);
        };
    }

    private static String acrossHosts(Ends ends) {
        return ends.answer.reason() == ReachReason.HOST_UNKNOWN
                ? "Start both, or name the engines of all hosts, so that it is known where they run"
                : "Put both on one attachable overlay network of a Swarm, or run them on one host";
    }

    private static String settledElsewhere(Ends ends) {
        return switch (ends.answer.reason()) {
            case DRIVER_UNKNOWN ->
                "Look into the manual of the driver of network "
                        + ends.answer.via().orElse("its network") + ", which decides it";
            case BRIDGE_ADDRESS -> "Publish it on 127.0.0.1, or on an address of the LAN";
            default -> "Look into the manual of the VPN client's image, which decides it";
        };
    }

    private static String hostRule(Ends ends) {
        return "Look at the host's own packet rules, of which one decides it: "
                + ends.answer.via().orElse("those beside the engine's");
    }

    private static String settled(Ends ends) {
        return "Check with --live, or state what network " + ends.answer.via().orElse("its network")
                + " is like under x-bulkhead";
    }

    private static String together(Ends ends) {
        return ends.fromOwner.equals(ends.from) && ends.toOwner.equals(ends.to)
                ? "Put both on one network"
                : "Put " + ends.fromOwner + " and " + ends.toOwner + " on one network";
    }

    private static String closing(ReachReason reason, Ends ends) {
        String via = ends.answer.via().orElse("its network");
        return switch (reason) {
            case SHARED_NETWORK -> "Take " + ends.own() + " off network " + via;
            case SHARED_NAMESPACE -> "Give one of the two a network of its own instead of a network_mode";
            case PUBLISHED_VIA_HOST ->
                ends.answer.from() instanceof Subject.Host
                        ? "No longer publish " + via
                        : "No longer publish " + via + ", or publish it on 127.0.0.1 only";
            case OVER_LAN -> "No longer publish " + via + ", or publish it on 127.0.0.1 only";
            case HOST_UNKNOWN, SEVERAL_HOSTS, OVERLAY_UNKNOWN -> acrossHosts(ends);
            case HOST_NETWORK, HOST_BRIDGE -> onHost(ends, via);
            case LAN_PEER ->
                "Take " + (ends.toService() ? ends.toOwner : ends.fromOwner) + " off network " + via
                        + ", whose members are machines of the LAN";
            case EGRESS -> "Make network " + via + " internal, or take " + ends.fromOwner + " off it";
            case VPN_TUNNEL ->
                ends.fromOwner.equals(ends.from)
                        ? "Leave " + ends.from + " out of the rule, for a tunnel needs the internet"
                        : "Give " + ends.from
                                + " networks of its own that are internal, instead of the network of the tunnel";
            case ROUTED_GATEWAY -> "Take " + ends.toOwner + " off network " + via + ", or no longer publish the port";
            case USERLAND_PROXY -> "Publish it on an IPv4 address such as 127.0.0.1, or no longer";
            case IPV6_UNFILTERED -> "Upgrade the engine to 27 or newer, or leave enable_ipv6 out of network " + via;
            case NO_PACKET_RULES -> "Switch the engine's iptables on: without it networks keep nobody apart";
            case HOST_UPLINK, OUTSIDE_PROJECT -> "Nothing in the project's files decides that: leave these two out";
            case FIREWALL_UNKNOWN, LAN_ROUTER_UNKNOWN ->
                "Look at the router of the LAN, which decides it, or take "
                        + (ends.toService() ? ends.toOwner : ends.fromOwner) + " off that network";
            case NAMESPACE_UNKNOWN -> "Bring the container whose network is used into the project";
            case EXTERNAL_UNKNOWN -> settled(ends);
            case HOST_RULES -> hostRule(ends);
            case DRIVER_UNKNOWN, BRIDGE_ADDRESS, VPN_UNKNOWN -> settledElsewhere(ends);
            case VPN_FIREWALL_UNKNOWN -> "Leave the subnet of " + ends.to + " out of FIREWALL_OUTBOUND_SUBNETS";
            case ROUTE_UNKNOWN -> "Take " + (ends.toService() ? ends.toOwner : ends.fromOwner) + " off network " + via;
            case NO_SHARED_NETWORK,
                    OTHER_HOST,
                    INTERNAL_NO_EGRESS,
                    INTERNAL_NOT_PUBLISHED,
                    ICC_DISABLED,
                    ISOLATED_GATEWAY,
                    BOUND_TO_LOOPBACK,
                    NEEDS_IPV6,
                    NEEDS_IPV4,
                    IPV6_ONLY_NOT_PUBLISHED,
                    NO_HOST_ADDRESS,
                    USERLAND_PROXY_OFF,
                    NOT_FORWARDED,
                    PORT_NOT_PUBLISHED,
                    MACVLAN_HOST_SPLIT,
                    NO_NETWORK,
                    PROFILE_INACTIVE,
                    HOST_NOT_PUBLIC,
                    VPN_FIREWALL -> "Take them off the network they share";
        };
    }

    /** The host stands on every bridge that has an address of its own there. */
    private static String onHost(Ends ends, String via) {
        if (ends.usesHost(ends.answer.from())) {
            return "Take " + ends.from + " off the host's network";
        }
        if (ends.usesHost(ends.answer.to())) {
            return "Take " + ends.to + " off the host's network";
        }
        return ends.answer.from() instanceof Subject.Host
                ? "Leave host out of the rule, for the host reaches every container on its bridges (an internal network with"
                        + " gateway mode isolated, engine 28, is the exception)"
                : "Give network " + via + " the gateway mode isolated (engine 28), without which its members reach what"
                        + " listens on the host";
    }

    /** The two ends of a pair, as sentences name them. */
    private final class Ends {

        private final ReachAnswer answer;
        private final String from;
        private final String to;
        /** With the name of whose network it uses, where that is another one's. */
        private final String fromOwner;

        private final String toOwner;

        Ends(ReachAnswer answer) {
            this.answer = answer;
            this.from = answer.from().text();
            this.to = answer.to().text();
            this.fromOwner = owner(answer.from());
            this.toOwner = owner(answer.to());
        }

        /** Returns those that the project's files can take somewhere. */
        private String own() {
            if (answer.from() instanceof Subject.Foreign) {
                return toOwner;
            }
            return answer.to() instanceof Subject.Foreign ? fromOwner : fromOwner + " or " + toOwner;
        }

        boolean fromService() {
            return answer.from() instanceof Subject.OfService;
        }

        boolean toService() {
            return answer.to() instanceof Subject.OfService;
        }

        boolean usesHost(Subject subject) {
            return subject instanceof Subject.OfService(String key)
                    && matrix.topology()
                            .service(key)
                            .filter(service -> service.networkMode() instanceof NetworkMode.Host)
                            .isPresent();
        }

        /** On internal networks nothing is published, whatever is stated. */
        String unpublished() {
            if (!(answer.to() instanceof Subject.OfService(String key))) {
                return "";
            }
            Namespaces namespaces = Namespaces.of(matrix);
            String owner = namespaces.owner(key).orElse(key);
            boolean onNetworks = matrix.topology()
                    .service(owner)
                    .filter(service -> service.networkMode() instanceof NetworkMode.Networks)
                    .isPresent();
            return onNetworks && namespaces.gateway(owner).isEmpty()
                    ? ", and give " + toOwner + " a network that is not internal, without which nothing is published"
                    : "";
        }

        private String owner(Subject subject) {
            if (!(subject instanceof Subject.OfService(String key))) {
                return subject.text();
            }
            return Namespaces.of(matrix)
                    .owner(key)
                    .filter(owner -> !owner.equals(key))
                    .map(owner -> owner + ", whose network " + key + " uses,")
                    .orElse(subject.text());
        }
    }
}
