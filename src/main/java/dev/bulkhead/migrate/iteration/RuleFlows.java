package dev.bulkhead.migrate.iteration;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.Selector;
import dev.bulkhead.reach.rules.Target;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Flows of the operator's rules that can be probed: those from a service to a service or to the internet. */
public final class RuleFlows {

    private final ServiceSelection services;
    private final Map<String, SortedSet<Integer>> ports = new TreeMap<>();

    private RuleFlows(Rules rules, Topology topology, List<MustFlow> known) {
        this.services = new ServiceSelection(rules, topology);
        known.forEach(flow -> flow.port()
                .ifPresent(port ->
                        ports.computeIfAbsent(flow.to(), to -> new TreeSet<>()).add(port)));
    }

    /**
     * Returns the flows that have to work and those that must not, in the order of the rules.
     *
     * @param known flows of which the ports of targets are known where a rule names none
     */
    public static List<MustFlow> of(Rules rules, Topology topology, List<MustFlow> known) {
        RuleFlows flows = new RuleFlows(rules, topology, known);
        List<MustFlow> found = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            switch (rule.kind()) {
                case MUST -> flows.add(found, rule, MustFlow.Source.RULE);
                case MUST_NOT -> flows.add(found, rule, MustFlow.Source.FORBIDDEN);
                // who else there is says the reach matrix; nobody else can be asked from inside
                case ONLY -> {}
            }
        }
        return List.copyOf(found);
    }

    /** Returns service to those services that alone may reach it, for each that rules guard so; the targets of a rule may among themselves. */
    public static SortedMap<String, Set<String>> guarded(Rules rules, Topology topology) {
        RuleFlows flows = new RuleFlows(rules, topology, List.of());
        SortedMap<String, Set<String>> guarded = new TreeMap<>();
        rules.rules().stream().filter(rule -> rule.kind() == Rule.Kind.ONLY).forEach(rule -> {
            Set<String> together = new TreeSet<>();
            rule.to().forEach(target -> together.addAll(flows.names(target.selector())));
            for (Target target : rule.to()) {
                for (String to : flows.names(target.selector())) {
                    Set<String> allowed = guarded.computeIfAbsent(to, key -> new TreeSet<>());
                    rule.from().forEach(selector -> allowed.addAll(flows.names(selector)));
                    allowed.addAll(together);
                }
            }
        });
        return guarded;
    }

    /** Returns flows without those that are merely usual and that the operator forbids, who knows what is meant here. */
    public static List<MustFlow> meant(List<MustFlow> flows, Rules rules, Topology topology) {
        SortedMap<String, Set<String>> guarded = guarded(rules, topology);
        Set<String> forbidden = new TreeSet<>();
        of(rules, topology, List.of()).stream().filter(MustFlow::forbidden).forEach(flow -> forbidden.add(pair(flow)));
        return flows.stream()
                .filter(flow -> flow.source() != MustFlow.Source.CATALOGUE
                        || (!forbidden.contains(pair(flow))
                                && guarded.getOrDefault(flow.to(), Set.of(flow.from()))
                                        .contains(flow.from())))
                .toList();
    }

    private static String pair(MustFlow flow) {
        return flow.from() + " -> " + flow.to();
    }

    private void add(List<MustFlow> found, Rule rule, MustFlow.Source source) {
        Set<String> sources = new LinkedHashSet<>();
        rule.from().forEach(selector -> sources.addAll(names(selector)));
        sources.remove(MustFlow.INTERNET);
        for (Target target : rule.to()) {
            OptionalInt port = target.port().stream().mapToInt(p -> p.port()).findFirst();
            Protocol protocol = target.port().map(p -> p.protocol()).orElse(Protocol.TCP);
            for (String to : names(target.selector())) {
                for (String from : sources) {
                    if (!from.equals(to)) {
                        String why = rule.why().orElse("bulkhead.yml says so (" + rule.at() + ").");
                        ports(to, port).forEach(one -> found.add(new MustFlow(from, to, one, protocol, source, why)));
                    }
                }
            }
        }
    }

    private List<OptionalInt> ports(String to, OptionalInt stated) {
        SortedSet<Integer> known = ports.getOrDefault(to, new TreeSet<>());
        return stated.isPresent() || known.isEmpty()
                ? List.of(stated)
                : known.stream().map(OptionalInt::of).toList();
    }

    /** Host and LAN have no place to ask from, and no name to ask for. */
    private Set<String> names(Selector selector) {
        return selector instanceof Selector.Outsider(Subject subject)
                        && subject.text().equals(MustFlow.INTERNET)
                ? Set.of(MustFlow.INTERNET)
                : services.of(selector);
    }
}
