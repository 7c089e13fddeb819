package dev.bulkhead.migrate.iteration.hardening.firewall;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.ServiceSelection;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Selector;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Firewall of the engine's host by the operator's rules of who must not reach whom: what the engine itself lets through
 * between containers and everything outside. Where all of a network are meant its range is named, which stays when
 * containers are made anew; else the addresses that containers have now.
 *
 * <p>The engine leaves the chain DOCKER-USER to such rules where it works with iptables; where it works with nftables there
 * is none, and they stand in a table of their own before the engine's (Docker documentation, packet filtering and firewalls).
 */
public final class HostFirewall {

    private static final List<String> PRIVATE =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");
    /** A chain's name has 28 characters at most. */
    private static final int LONGEST = 25;

    private final IterationInput input;
    private final Topology topology;
    private final Set<String> moving = new TreeSet<>();

    /** Works from the rules of a project and the engine as it is. */
    public HostFirewall(IterationInput input) {
        this.input = input;
        this.topology = input.topology();
    }

    /** Who outside is meant. */
    private record Outside(boolean lan, boolean internet) {

        Outside and(Outside other) {
            return new Outside(lan || other.lan, internet || other.internet);
        }
    }

    /** Returns what the operator takes along; none where no rule is about what is outside. */
    public List<Handout> handouts() {
        List<PacketRule> rules = rules();
        if (rules.isEmpty()) {
            return List.of();
        }
        boolean nftables = input.engine()
                .survey()
                .machine()
                .flatMap(machine -> machine.engine().firewall())
                .filter(word -> word.contains("nftables"))
                .isPresent();
        List<String> install = nftables ? nftables(rules) : iptables(rules);
        List<String> head = new ArrayList<>();
        head.add("# by bulkhead.yml; runs as root on the machine of the engine, as often as you like");
        if (!moving.isEmpty()) {
            head.add("# " + String.join(", ", moving)
                    + ": by the address of now, which may change as they are made anew;"
                    + " state ipv4_address, or ask again then");
        }
        head.addAll(install);
        String name = "bulkhead-firewall-" + topology.project();
        return List.of(
                new Handout(
                        "Firewall of the host, where the engine works with " + (nftables ? "nftables" : "iptables")
                                + ": /etc/" + name + ".sh",
                        head),
                new Handout("What takes it away without a trace", nftables ? nftablesAway() : iptablesAway()),
                new Handout(
                        "The same after every start of the engine: /etc/systemd/system/" + name + ".service",
                        List.of(
                                "[Unit]",
                                "Description=Packet rules of " + topology.project(),
                                "After=docker.service",
                                "PartOf=docker.service",
                                "[Service]",
                                "Type=oneshot",
                                "RemainAfterExit=yes",
                                "ExecStart=/bin/sh /etc/" + name + ".sh",
                                "[Install]",
                                "WantedBy=docker.service")));
    }

    private String chain() {
        String project = topology.project();
        return "BH-" + project.substring(0, Math.min(LONGEST, project.length()));
    }

    private List<String> iptables(List<PacketRule> rules) {
        String chain = chain();
        List<String> lines = new ArrayList<>();
        lines.add("iptables -w -N " + chain + " 2>/dev/null || iptables -w -F " + chain);
        lines.add("iptables -w -A " + chain + " -m conntrack --ctstate ESTABLISHED,RELATED -j RETURN");
        rules.forEach(rule -> lines.add("iptables -w -A " + chain + rule.iptables()));
        lines.add("iptables -w -C DOCKER-USER -j " + chain + " 2>/dev/null || iptables -w -I DOCKER-USER -j " + chain);
        return lines;
    }

    private List<String> iptablesAway() {
        return List.of(
                "iptables -w -D DOCKER-USER -j " + chain(), "iptables -w -F " + chain(), "iptables -w -X " + chain());
    }

    private String table() {
        return "bulkhead_" + topology.project().replace('-', '_');
    }

    private List<String> nftables(List<PacketRule> rules) {
        List<String> lines = new ArrayList<>();
        lines.add("nft -f - <<'END'");
        lines.add("table inet " + table() + " {}");
        lines.add("delete table inet " + table());
        lines.add("table inet " + table() + " {");
        lines.add("  chain forward {");
        lines.add("    type filter hook forward priority filter - 5; policy accept;");
        lines.add("    ct state established,related accept");
        rules.forEach(rule -> lines.add("    " + rule.nftables()));
        lines.add("  }");
        lines.add("}");
        lines.add("END");
        return lines;
    }

    private List<String> nftablesAway() {
        return List.of("nft delete table inet " + table());
    }

    private List<PacketRule> rules() {
        Map<String, Outside> outbound = new LinkedHashMap<>();
        Map<String, Outside> inbound = new LinkedHashMap<>();
        for (Rule rule : input.rules().rules()) {
            switch (rule.kind()) {
                case MUST -> {}
                case MUST_NOT -> {
                    outside(targets(rule)).ifPresent(out -> add(outbound, services(rule.from()), out));
                    outside(rule.from()).ifPresent(in -> add(inbound, services(targets(rule)), in));
                }
                case ONLY -> others(rule.from()).ifPresent(in -> add(inbound, services(targets(rule)), in));
            }
        }
        List<PacketRule> rules = new ArrayList<>();
        List<String> ours = ranges();
        outbound.forEach((from, to) -> {
            ours.forEach(range -> rules.add(PacketRule.passing(from, range)));
            if (to.lan() && to.internet()) {
                rules.add(PacketRule.dropping(Optional.of(from), Optional.empty()));
            } else if (to.internet()) {
                PRIVATE.forEach(range -> rules.add(PacketRule.passing(from, range)));
                rules.add(PacketRule.dropping(Optional.of(from), Optional.empty()));
            } else {
                PRIVATE.forEach(range -> rules.add(PacketRule.dropping(Optional.of(from), Optional.of(range))));
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
                PRIVATE.forEach(range -> rules.add(PacketRule.passing(range, to)));
            }
            rules.add(PacketRule.dropping(Optional.empty(), Optional.of(to)));
        });
        if (input.rules().exposure().allowPublished().isPresent()) {
            for (Service service : topology.services().values()) {
                for (PortMapping port : service.ports()) {
                    boolean open = port.hostIp()
                            .filter(ip -> ip.startsWith("127.") || ip.equals("::1"))
                            .isEmpty();
                    port.published()
                            .filter(number -> number.matches("\\d{1,5}"))
                            .filter(number -> open && !input.rules().exposure().allows(port))
                            .ifPresent(number -> rules.add(PacketRule.dropping(
                                    new PacketRule.HostPort(Integer.parseInt(number), port.protocol()))));
                }
            }
        }
        return rules;
    }

    private static List<Selector> targets(Rule rule) {
        return rule.to().stream()
                .filter(target -> target.port().isEmpty())
                .map(target -> target.selector())
                .toList();
    }

    private static Optional<Outside> outside(List<Selector> selectors) {
        return selectors.stream()
                .map(selector -> switch (selector) {
                    case Selector.Outsider(Subject subject) ->
                        new Outside(subject.text().equals("lan"), subject.text().equals("internet"));
                    case Selector.Everyone _ -> new Outside(true, true);
                    case Selector.OneService _, Selector.OneGroup _, Selector.MembersOf _ -> new Outside(false, false);
                })
                .reduce(Outside::and)
                .filter(out -> out.lan() || out.internet());
    }

    /** Who outside is not among those that alone may come; who lets the LAN in lets in what comes through it. */
    private static Optional<Outside> others(List<Selector> allowed) {
        Outside in = outside(allowed).orElse(new Outside(false, false));
        return in.lan()
                ? Optional.empty()
                : Optional.of(new Outside(!in.internet(), !in.internet())).filter(Outside::lan);
    }

    private Set<String> services(List<Selector> selectors) {
        ServiceSelection selection = new ServiceSelection(input.rules(), topology);
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
            List<String> members =
                    topology.members(network.key()).stream().map(Service::key).toList();
            if (!members.isEmpty() && services.containsAll(members)) {
                whole.add(network.name());
                input.observed().network(network.name()).ifPresent(n -> found.addAll(ranges(n)));
            }
        }
        for (String service : services) {
            for (ObservedContainer container : input.observed().containers(topology.project(), service)) {
                for (ObservedEndpoint endpoint : container.endpoints()) {
                    if (!whole.contains(endpoint.network())) {
                        endpoint.ipv4().ifPresent(address -> {
                            found.add(address);
                            moving.add(service);
                        });
                    }
                }
            }
        }
        return found;
    }

    private List<String> ranges() {
        return input.observed().networks().stream()
                .flatMap(network -> ranges(network).stream())
                .distinct()
                .toList();
    }

    private static List<String> ranges(ObservedNetwork network) {
        return network.subnets().stream()
                .map(Subnet::subnet)
                .flatMap(Optional::stream)
                .filter(range -> range.indexOf(':') < 0)
                .toList();
    }
}
