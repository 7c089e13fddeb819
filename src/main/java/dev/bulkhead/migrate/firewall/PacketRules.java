package dev.bulkhead.migrate.firewall;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.firewall.PacketRule.Family;
import dev.bulkhead.migrate.firewall.PacketRule.HostPorts;
import dev.bulkhead.migrate.iteration.ServiceSelection;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.Selector;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Packet rules by the operator's rules of who must not reach whom: what the engine itself lets through between containers and
 * everything outside. Where all of a network are meant its range is named, which stays when containers are made anew; else
 * the addresses that containers have now.
 *
 * @param forwarded rules about packets that the host forwards, in their order
 * @param closed ports of the host that its own IPv6 addresses must not answer at: where no network of a container has IPv6, the
 *     engine's proxy takes them in, and nothing is forwarded
 * @param ours ranges of all of the engine's networks
 * @param moving services whose addresses of now are named
 */
record PacketRules(List<PacketRule> forwarded, List<HostPorts> closed, List<String> ours, SortedSet<String> moving) {

    PacketRules {
        forwarded = List.copyOf(forwarded);
        closed = List.copyOf(closed);
        ours = List.copyOf(ours);
        moving = Collections.unmodifiableSortedSet(new TreeSet<>(moving));
    }

    /** Works the rules out for a project and the engine as it is. */
    static PacketRules of(Topology topology, Rules rules, ObservedState observed) {
        return new Draft(topology, rules, observed).done();
    }

    /** Returns whether no rule of the operator is about what is outside. */
    boolean none() {
        return forwarded.isEmpty() && closed.isEmpty();
    }

    /** Returns the rules about one version of the Internet Protocol. */
    List<PacketRule> forwarded(Family family) {
        return forwarded.stream()
                .filter(rule -> rule.family().filter(about -> about != family).isEmpty())
                .toList();
    }

    /** Returns whether there is something to say of IPv6. */
    boolean six() {
        return !closed.isEmpty()
                || forwarded.stream().anyMatch(rule -> rule.family().equals(Optional.of(Family.IPV6)));
    }

    /**
     * Who outside is meant.
     *
     * @param by line of the rule, of several the first
     */
    private record Outside(boolean lan, boolean internet, String by) {

        static Outside of(Rule rule, boolean lan, boolean internet) {
            return new Outside(lan, internet, Integer.toString(rule.at().line()));
        }

        Outside and(Outside other) {
            return new Outside(lan || other.lan, internet || other.internet, by);
        }
    }

    /** Rules as they are worked out. */
    private static final class Draft {

        private final Topology topology;
        private final Rules stated;
        private final ObservedState observed;
        private final List<String> ours;
        private final SortedSet<String> moving = new TreeSet<>();

        Draft(Topology topology, Rules stated, ObservedState observed) {
            this.topology = topology;
            this.stated = stated;
            this.observed = observed;
            this.ours = observed.networks().stream()
                    .flatMap(network -> ranges(network).stream())
                    .distinct()
                    .sorted()
                    .toList();
        }

        PacketRules done() {
            List<PacketRule> forwarded = rules();
            return new PacketRules(
                    forwarded,
                    unlisted(port ->
                            port.hostIp().map(ip -> ip.indexOf(':') >= 0).orElse(true)),
                    ours,
                    moving);
        }

        private List<PacketRule> rules() {
            Map<String, Outside> outbound = new LinkedHashMap<>();
            Map<String, Outside> inbound = new LinkedHashMap<>();
            for (Rule rule : stated.rules()) {
                switch (rule.kind()) {
                    case MUST -> {}
                    case MUST_NOT -> {
                        outside(rule, targets(rule)).ifPresent(out -> add(outbound, services(rule.from()), out));
                        outside(rule, rule.from()).ifPresent(in -> add(inbound, services(targets(rule)), in));
                    }
                    case ONLY -> others(rule).ifPresent(in -> add(inbound, services(targets(rule)), in));
                }
            }
            List<PacketRule> rules = new ArrayList<>();
            outbound.forEach((from, to) -> {
                Family family = Family.of(from);
                ours.stream()
                        .filter(range -> Family.of(range) == family)
                        .forEach(range -> rules.add(PacketRule.passing(from, range)));
                if (to.lan() && to.internet()) {
                    rules.add(PacketRule.dropping(Optional.of(from), Optional.empty(), to.by()));
                } else if (to.internet()) {
                    family.inside().forEach(range -> rules.add(PacketRule.passing(from, range)));
                    rules.add(PacketRule.dropping(Optional.of(from), Optional.empty(), to.by()));
                } else {
                    family.inside()
                            .forEach(range ->
                                    rules.add(PacketRule.dropping(Optional.of(from), Optional.of(range), to.by())));
                }
            });
            List<PacketRule> entering = entering(inbound);
            if (!entering.isEmpty()) {
                ours.forEach(range -> rules.add(PacketRule.passing(range)));
                rules.addAll(entering);
            }
            return rules;
        }

        private List<PacketRule> entering(Map<String, Outside> inbound) {
            List<PacketRule> rules = new ArrayList<>();
            inbound.forEach((to, from) -> {
                if (!from.lan()) {
                    Family.of(to).inside().forEach(range -> rules.add(PacketRule.passing(range, to)));
                }
                rules.add(PacketRule.dropping(Optional.empty(), Optional.of(to), from.by()));
            });
            unlisted(port -> true).forEach(ports -> rules.add(PacketRule.dropping(ports)));
            return rules;
        }

        /** Published ports beyond loopback that the operator does not list, of those that a host address is asked of. */
        private List<HostPorts> unlisted(Predicate<PortMapping> asked) {
            if (stated.exposure().allowPublished().isEmpty()) {
                return List.of();
            }
            return topology.services().values().stream()
                    .flatMap(service -> service.ports().stream())
                    .filter(port -> port.hostIp()
                            .filter(ip -> ip.startsWith("127.") || ip.equals("::1"))
                            .isEmpty())
                    .filter(port -> !stated.exposure().allows(port))
                    .filter(asked)
                    .flatMap(port -> port.published().flatMap(ports -> HostPorts.of(ports, port.protocol())).stream())
                    .distinct()
                    .toList();
        }

        private static List<Selector> targets(Rule rule) {
            return rule.to().stream()
                    .filter(target -> target.port().isEmpty())
                    .map(target -> target.selector())
                    .toList();
        }

        private static Optional<Outside> outside(Rule rule, List<Selector> selectors) {
            return selectors.stream()
                    .map(selector -> switch (selector) {
                        case Selector.Outsider(Subject subject) ->
                            Outside.of(
                                    rule,
                                    subject.text().equals("lan"),
                                    subject.text().equals("internet"));
                        case Selector.Everyone _,
                                Selector.Foreign _,
                                Selector.OneService _,
                                Selector.OneGroup _,
                                Selector.MembersOf _ -> Outside.of(rule, false, false);
                    })
                    .reduce(Outside::and)
                    .filter(out -> out.lan() || out.internet());
        }

        /** Who outside is not among those that alone may come; who lets the LAN in lets in what comes through it. */
        private static Optional<Outside> others(Rule rule) {
            Outside in = outside(rule, rule.from()).orElse(Outside.of(rule, false, false));
            return in.lan()
                    ? Optional.empty()
                    : Optional.of(Outside.of(rule, !in.internet(), !in.internet()))
                            .filter(Outside::lan);
        }

        private Set<String> services(List<Selector> selectors) {
            ServiceSelection selection = new ServiceSelection(stated, topology);
            Set<String> keys = new LinkedHashSet<>();
            selectors.forEach(selector -> keys.addAll(selection.of(selector)));
            return keys;
        }

        private void add(Map<String, Outside> sides, Set<String> services, Outside outside) {
            addresses(services).forEach(address -> sides.merge(address, outside, Outside::and));
        }

        /** Ranges of networks of which all members are meant, then addresses of the other memberships. */
        private List<String> addresses(Set<String> services) {
            List<String> found = new ArrayList<>();
            Set<String> whole = new TreeSet<>();
            for (Network network : topology.networks().values()) {
                List<String> members = topology.members(network.key()).stream()
                        .map(Service::key)
                        .toList();
                if (!members.isEmpty() && services.containsAll(members)) {
                    whole.add(network.name());
                    observed.network(network.name()).ifPresent(n -> found.addAll(ranges(n)));
                }
            }
            for (String service : services) {
                for (ObservedContainer container : observed.containers(topology.project(), service)) {
                    for (ObservedEndpoint endpoint : container.endpoints()) {
                        if (!whole.contains(endpoint.network())) {
                            Stream.of(endpoint.ipv4(), endpoint.ipv6())
                                    .flatMap(Optional::stream)
                                    .forEach(address -> {
                                        found.add(address);
                                        moving.add(service);
                                    });
                        }
                    }
                }
            }
            return found;
        }

        private static List<String> ranges(ObservedNetwork network) {
            return network.subnets().stream()
                    .map(Subnet::subnet)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
