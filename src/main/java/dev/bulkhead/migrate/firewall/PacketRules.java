package dev.bulkhead.migrate.firewall;

import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.firewall.PacketRule.Family;
import dev.bulkhead.migrate.firewall.PacketRule.HostPorts;
import dev.bulkhead.migrate.iteration.ServiceSelection;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.Selector;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Packet rules by the operator's rules of who must not reach whom: between containers, and between them and everything
 * outside. Where all of a network are meant its range is named, which stays when containers are made anew; else the addresses
 * that containers have now. They only close: what rules allow and the engine keeps apart stays so.
 *
 * @param forwarded rules about packets that the host forwards, in their order
 * @param entering rules about packets of containers to published ports of the host itself
 * @param closed ports of the host that its own IPv6 addresses must not answer at: where no network of a container has IPv6, the
 *     engine's proxy takes them in, and nothing is forwarded
 * @param ours ranges of all of the engine's networks
 * @param moving services whose addresses of now are named
 * @param within networks on which containers meet that the rules keep apart, to their drivers
 */
record PacketRules(
        List<PacketRule> forwarded,
        List<PacketRule> entering,
        List<HostPorts> closed,
        List<String> ours,
        SortedSet<String> moving,
        SortedMap<String, String> within) {

    PacketRules {
        forwarded = List.copyOf(forwarded);
        entering = List.copyOf(entering);
        closed = List.copyOf(closed);
        ours = List.copyOf(ours);
        moving = Collections.unmodifiableSortedSet(new TreeSet<>(moving));
        within = Collections.unmodifiableSortedMap(new TreeMap<>(within));
    }

    /** Works the rules out for a project and the engine as it is. */
    static PacketRules of(Topology topology, Rules rules, ObservedState observed) {
        return new Draft(topology, rules, observed).done();
    }

    /** Returns whether no packet rule follows. */
    boolean none() {
        return forwarded.isEmpty() && entering.isEmpty() && closed.isEmpty();
    }

    /** Returns the rules about one version of the Internet Protocol. */
    List<PacketRule> forwarded(Family family) {
        return about(forwarded, family);
    }

    /** Returns the rules about packets to the host itself and one version of the Internet Protocol. */
    List<PacketRule> entering(Family family) {
        return about(entering, family);
    }

    private static List<PacketRule> about(List<PacketRule> rules, Family family) {
        return rules.stream()
                .filter(rule -> rule.family().filter(about -> about != family).isEmpty())
                .toList();
    }

    /** Returns whether the host's own input has to be looked at for one version of the Internet Protocol. */
    boolean closes(Family family) {
        return !entering(family).isEmpty() || (family == Family.IPV6 && !closed.isEmpty());
    }

    /**
     * Returns what no packet rule stops though rules keep it apart: members of one network; a sentence, or nothing.
     *
     * @param shown whether the kernel shows packet rules what bridges carry
     */
    String unseen(boolean shown) {
        List<String> networks = within.entrySet().stream()
                .filter(network -> !shown || !network.getValue().equals("bridge"))
                .map(Map.Entry::getKey)
                .toList();
        return networks.isEmpty()
                ? ""
                : " Between members of one network nothing is stopped on " + String.join(", ", networks)
                        + ": the kernel shows packet rules nothing of what it carries"
                        + (shown ? "" : " (net.bridge.bridge-nf-call-iptables is not 1)")
                        + "; take off it who must not meet there.";
    }

    /** Returns whether there is something to say of IPv6. */
    boolean six() {
        return closes(Family.IPV6)
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
        private final ServiceAddresses addresses;

        Draft(Topology topology, Rules stated, ObservedState observed) {
            this.topology = topology;
            this.stated = stated;
            this.observed = observed;
            this.addresses = new ServiceAddresses(topology, observed);
            this.ours = observed.networks().stream()
                    .flatMap(network -> ServiceAddresses.ranges(network).stream())
                    .distinct()
                    .sorted()
                    .toList();
        }

        PacketRules done() {
            ApartRules apart = ApartRules.of(topology, stated, observed, addresses);
            List<PacketRule> forwarded = new ArrayList<>(apart.between());
            forwarded.addAll(rules());
            return new PacketRules(
                    forwarded,
                    apart.entering(),
                    unlisted(port ->
                            port.hostIp().map(ip -> ip.indexOf(':') >= 0).orElse(true)),
                    ours,
                    addresses.moving(),
                    apart.within());
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
            List<PacketRule> incoming = incoming(inbound);
            if (!incoming.isEmpty()) {
                ours.forEach(range -> rules.add(PacketRule.passing(range)));
                rules.addAll(incoming);
            }
            return rules;
        }

        private List<PacketRule> incoming(Map<String, Outside> inbound) {
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
                    .filter(ApartRules::beyondLoopback)
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
            addresses.of(services).forEach(address -> sides.merge(address, outside, Outside::and));
        }
    }
}
