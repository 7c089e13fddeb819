package dev.bulkhead.reach.explain;

import dev.bulkhead.reach.Namespaces;
import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.ReachReason;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.reach.names.NameAnswer;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.reach.setting.HostRules;
import dev.bulkhead.reach.setting.HostRules.Way;
import dev.bulkhead.reach.setting.ServiceHosts;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Explainer of answers: puts them into words, with the places in the project that decide them. */
public final class Explainer {

    private final ReachMatrix matrix;

    public Explainer(ReachMatrix matrix) {
        this.matrix = matrix;
    }

    /** Returns the answer for two subjects and perhaps a port, in words. */
    public Explanation explain(int from, int to, Optional<PortQuery> port) {
        ReachAnswer answer = matrix.answer(from, to, port);
        List<String> more = new ArrayList<>();
        names(answer, matrix.named(from, to)).ifPresent(more::add);
        answer.routedBy()
                .ifPresent(proxy -> more.add("Apart from packets, " + proxy + " has a route to "
                        + answer.to().text() + ": requests get there through the proxy."));
        hosts(answer).ifPresent(more::add);
        caveat(answer).ifPresent(more::add);
        return new Explanation(answer, verdict(answer, port), OpenQuestion.of(answer.reason()), more, places(answer));
    }

    /** Returns the first sentence of the answer alone, for which no name is looked up. */
    public String firstSentence(int from, int to, Optional<PortQuery> port) {
        ReachAnswer answer = matrix.answer(from, to, port);
        return Explanation.inOneSentence(verdict(answer, port), OpenQuestion.of(answer.reason()));
    }

    private String verdict(ReachAnswer answer, Optional<PortQuery> port) {
        return headline(answer, port) + ": " + because(answer) + ".";
    }

    private static String headline(ReachAnswer answer, Optional<PortQuery> port) {
        String verb = switch (answer.verdict()) {
            case REACHABLE -> " reaches ";
            case BLOCKED -> " does not reach ";
            case UNKNOWN -> " may or may not reach ";
        };
        return answer.from().text()
                + verb
                + answer.to().text()
                + port.map(p -> " on port " + p).orElse("");
    }

    private String because(ReachAnswer answer) {
        String from = answer.from().text();
        String to = answer.to().text();
        String via = answer.via().orElse("its network");
        return switch (answer.reason()) {
            case SHARED_NETWORK -> "both are on network " + via + ", where all ports are open";
            case SHARED_NAMESPACE -> "both use one network namespace and meet on localhost";
            case PUBLISHED_VIA_HOST ->
                to + " publishes a port as " + via + (via.startsWith("[") ? ", over IPv6 only" : "");
            case HOST_NETWORK -> hostUser(answer) + " uses the host's own network";
            case HOST_BRIDGE -> onHost(answer) + "the host has an address on network " + via;
            case LAN_PEER -> "on network " + via + " containers are machines of the LAN";
            case EGRESS -> "network " + via + " lets packets out";
            case VPN_TUNNEL -> "packets leave through the VPN tunnel";
            case ROUTED_GATEWAY -> "network " + via + " routes to the published ports of " + to;
            case USERLAND_PROXY ->
                "the engine's own proxy listens for " + via + " on the IPv6 addresses of the host, also on that of the"
                        + " internal network of " + from;
            case IPV6_UNFILTERED ->
                "both have IPv6 addresses, and engines before 27 do not filter IPv6, so networks like " + via
                        + " keep nothing apart there";
            case NO_PACKET_RULES ->
                "the engine writes no packet rules (iptables is off), so its host routes between all bridges";
            case OVER_LAN -> "they run on different hosts, and " + to + " publishes a port as " + via + " on its own";
            case OTHER_HOST ->
                "they run on different hosts, no network spans both, and " + to
                        + " publishes no port there that other machines reach";
            case HOST_UNKNOWN -> "it is another answer on one host than on two, and which they run on is not known";
            case SEVERAL_HOSTS ->
                "one of them runs on several hosts, and it is another answer for each of its containers";
            case OVERLAY_UNKNOWN ->
                "they run on different hosts, and network " + via + " was not seen as one network on both";
            case HOST_UPLINK -> "the host itself is connected";
            case NO_SHARED_NETWORK -> "they share no network, and " + to + " publishes no port on the host";
            case INTERNAL_NO_EGRESS -> from + " is on internal networks only, which nothing leaves";
            case INTERNAL_NOT_PUBLISHED ->
                to + " is on internal networks only, so its ports are silently not published";
            case ICC_DISABLED -> "network " + via + " drops traffic between its members (enable_icc is false)";
            case ISOLATED_GATEWAY -> "network " + via + " has no address on the host (gateway mode isolated)";
            case BOUND_TO_LOOPBACK -> to + " publishes on the host's loopback address only";
            case NEEDS_IPV6 -> to + " publishes on IPv6 addresses only, and " + from + " has none";
            case NEEDS_IPV4 -> to + " publishes on IPv4 addresses only, and " + from + " has none";
            case IPV6_ONLY_NOT_PUBLISHED ->
                to + " has no IPv4 on network " + via
                        + " (enable_ipv4 is false), so a port on an IPv4 address of the host is silently not published";
            case NO_HOST_ADDRESS -> "network " + via + " has no address on the host (inhibit_ipv4)";
            case USERLAND_PROXY_OFF ->
                to + " publishes a port, but the engine's proxy is off (userland-proxy), and without it published ports"
                        + " lead to no container on another bridge";
            case NOT_FORWARDED ->
                closing(answer)
                        .map(rule -> "rules of the host that are none of the engine's drop it (" + rule + ")")
                        .orElse("the host forwards no packets (ip-forward is off, or its own rules drop them)");
            case HOST_RULES ->
                "rules of the host that are none of the engine's decide (does this one drop it, or let it through: "
                        + via + "?)";
            case PORT_NOT_PUBLISHED -> to + " does not publish it on the host";
            case MACVLAN_HOST_SPLIT -> "the kernel keeps the host and its macvlan or ipvlan containers apart";
            case NO_NETWORK -> "one of them has no network";
            case PROFILE_INACTIVE -> "one of them is not started (its profile is not active, or it has no replicas)";
            case HOST_NOT_PUBLIC -> "the host is not marked as public (exposure.public)";
            case VPN_FIREWALL ->
                "the firewall of the VPN client lets nothing out beside the tunnel"
                        + " (FIREWALL_OUTBOUND_SUBNETS is empty)";
            case VPN_FIREWALL_UNKNOWN -> "the firewall of the VPN client decides, by FIREWALL_OUTBOUND_SUBNETS";
            case FIREWALL_UNKNOWN -> "the LAN's router decides";
            case NAMESPACE_UNKNOWN -> "one of them uses the network of a container outside the project";
            case LAN_ROUTER_UNKNOWN ->
                "on network " + via
                        + " containers are machines of the LAN, whose router decides, unless the host stands"
                        + " in the same subnet";
            case EXTERNAL_UNKNOWN -> "network " + via + " is external, and whether it is internal decides";
            case DRIVER_UNKNOWN ->
                "the driver of network " + via + " is none of Docker's own, and nothing is known of it";
            case BRIDGE_ADDRESS ->
                "it is published as " + via + ", the host's address on a bridge, which other machines reach only by a"
                        + " route of theirs";
            case VPN_UNKNOWN ->
                "a VPN client of another kind than Gluetun has the network, and what its tunnel and firewall let pass is"
                        + " not known";
            case ROUTE_UNKNOWN ->
                "network " + via + " does not translate addresses, so the other side needs a route back";
            case OUTSIDE_PROJECT -> "neither belongs to the project";
        };
    }

    /** Where several hosts were asked, where the two run is part of every answer. */
    private Optional<String> hosts(ReachAnswer answer) {
        ServiceHosts hosts = matrix.options().hosts();
        if (!hosts.several()) {
            return Optional.empty();
        }
        List<String> places = new ArrayList<>();
        for (Subject subject : List.of(answer.from(), answer.to())) {
            switch (subject) {
                case Subject.OfService(String key) -> places.add(key + " " + hosts.words(key));
                case Subject.Foreign foreign -> places.add(foreign.text() + " " + hosts.words(foreign.text()));
                case Subject.Internet _, Subject.Lan _, Subject.Host _ -> {}
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", places) + ".");
    }

    /** Returns the rule of the host's own that drops all packets on the way of an answer. */
    private Optional<String> closing(ReachAnswer answer) {
        HostRules rules = matrix.options().settings().hostRules();
        String via = answer.via().orElse("");
        String network = matrix.topology().network(via).map(Network::name).orElse(via);
        return rules.closing(network, answer.from() instanceof Subject.OfService ? Way.OUT : Way.IN);
    }

    private String hostUser(ReachAnswer answer) {
        return usesHost(answer.from()) ? answer.from().text() : answer.to().text();
    }

    private String onHost(ReachAnswer answer) {
        boolean service = usesHost(answer.from()) || usesHost(answer.to());
        return service ? hostUser(answer) + " uses the host's own network, and " : "";
    }

    private boolean usesHost(Subject subject) {
        return service(subject)
                .map(s -> s.networkMode() instanceof NetworkMode.Host)
                .orElse(false);
    }

    private Optional<String> names(ReachAnswer answer, Optional<NameAnswer> named) {
        if (named.isEmpty() || answer.verdict() == Verdict.BLOCKED) {
            return Optional.empty();
        }
        String from = answer.from().text();
        // What is looked up is the service's own name, whatever tells it from an outsider here.
        String to = switch (answer.to()) {
            case Subject.OfService(String key) -> key;
            case Subject.Foreign(String container) -> container;
            case Subject.Internet _, Subject.Lan _, Subject.Host _ ->
                answer.to().text();
        };
        return Optional.of(
                switch (named.get()) {
                    case NameAnswer.HostsLine(String address) ->
                        "A line of its hosts file (extra_hosts) leads " + from + " to " + address + " by the name " + to
                                + ".";
                    case NameAnswer.Nobody(var why)
                    when why == NameAnswer.Why.LINK_NOT_KNOWN ->
                        "By the name " + to + " " + from
                                + " finds the container of somebody else that it links to, if they"
                                + " share a network, not " + to + ".";
                    case NameAnswer.Nobody _ -> from + " cannot look the name " + to + " up.";
                    case NameAnswer.Containers(SortedSet<String> services, var how, String network) -> {
                        String meant = bearer(answer.to());
                        String others = services.stream()
                                .filter(bearer -> !bearer.equals(meant))
                                .collect(Collectors.joining(" and "));
                        String because = how == NameAnswer.How.LINK
                                ? " (a link)"
                                : how == NameAnswer.How.OWN ? " (its own hostname)" : "";
                        if (!answer.names()) {
                            yield "By the name " + to + " " + from + " finds " + others + because + ", not " + to + ".";
                        }
                        yield from + " finds it by the name " + to
                                + (services.size() > 1
                                        ? ", to which " + others + " answers too: which one is chance."
                                        : ".")
                                + unheard(network);
                    }
                });
    }

    /** A name leads to the address on the first network that knows it, which another that joins both does not change. */
    private String unheard(String network) {
        return Namespaces.of(matrix)
                .silent(network)
                .map(why -> " That name leads to its address on network " + network
                        + ", whose members do not hear each other (" + why + ").")
                .orElse("");
    }

    /** Returns what a subject is called where a name is answered. */
    private String bearer(Subject subject) {
        return matrix.options().shared().outsiders().stream()
                .filter(outsider -> subject.equals(new Subject.Foreign(outsider.name())))
                .map(NamedOutsider::words)
                .findFirst()
                .orElseGet(() -> subject instanceof Subject.OfService(String key) ? key : subject.text());
    }

    /** An older engine's holes that packets sent to the host's address do not show. */
    private Optional<String> caveat(ReachAnswer answer) {
        boolean old = matrix.options().engineMajor() < ReachOptions.CURRENT_ENGINE;
        return old && answer.reason() == ReachReason.BOUND_TO_LOOPBACK && !(answer.from() instanceof Subject.OfService)
                ? Optional.of("Before engine 28 a machine in the same LAN gets there all the same, by routing to the"
                        + " container's address.")
                : Optional.empty();
    }

    private List<Element> places(ReachAnswer answer) {
        List<Element> places = new ArrayList<>();
        for (Subject subject : List.of(answer.from(), answer.to())) {
            service(subject).ifPresent(s -> places.addAll(places(s, answer)));
        }
        answer.via()
                .filter(v -> matrix.topology().network(v).isPresent())
                .ifPresent(v -> places.add(Element.network(v)));
        return places;
    }

    private List<Element> places(Service service, ReachAnswer answer) {
        String key = service.key();
        if (!(service.networkMode() instanceof NetworkMode.Networks)) {
            return List.of(Element.service(key).field("network_mode"));
        }
        List<Element> places = new ArrayList<>();
        boolean target = answer.to().equals(new Subject.OfService(key));
        boolean byPort = answer.reason() == ReachReason.PUBLISHED_VIA_HOST
                || answer.reason() == ReachReason.BOUND_TO_LOOPBACK
                || answer.reason() == ReachReason.NEEDS_IPV6
                || answer.reason() == ReachReason.NEEDS_IPV4
                || answer.reason() == ReachReason.IPV6_ONLY_NOT_PUBLISHED
                || answer.reason() == ReachReason.USERLAND_PROXY
                || answer.reason() == ReachReason.ROUTED_GATEWAY
                || answer.reason() == ReachReason.INTERNAL_NOT_PUBLISHED;
        if (target && byPort) {
            List<PortMapping> ports = service.ports();
            for (int i = 0; i < ports.size(); i++) {
                places.add(Element.port(key, i));
            }
            return places;
        }
        Optional<Attachment> carrier = answer.via().flatMap(service::attachment);
        if (carrier.isPresent()) {
            return List.of(Element.membership(key, carrier.get().network()));
        }
        service.attachments().forEach(a -> places.add(Element.membership(key, a.network())));
        return places.isEmpty() ? List.of(Element.service(key)) : places;
    }

    private Optional<Service> service(Subject subject) {
        return subject instanceof Subject.OfService(String key)
                ? matrix.topology().service(key)
                : Optional.empty();
    }
}
