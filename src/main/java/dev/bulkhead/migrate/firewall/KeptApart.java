package dev.bulkhead.migrate.firewall;

import dev.bulkhead.migrate.iteration.ServiceSelection;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.Selector;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Services that must not reach others by the operator's rules. Packets tell containers apart, not the services that share one's
 * network, so those are taken together, and a way is only closed that is forbidden to all of them.
 */
final class KeptApart {

    /** Stands for containers of other projects on networks of this one. */
    static final String FOREIGN = "";

    private final Topology topology;
    private final ServiceSelection selection;
    /** Service to those that must not reach it, each with the line of the first rule that says so. */
    private final Map<String, SortedMap<String, Integer>> barred = new TreeMap<>();

    private KeptApart(Topology topology, Rules rules) {
        this.topology = topology;
        this.selection = new ServiceSelection(rules, topology);
    }

    /**
     * Services that are all kept from the same others.
     *
     * @param from who must not reach them
     * @param to those with a network of their own
     * @param by line of the rule that keeps them, of several the first
     */
    record Group(SortedSet<String> from, SortedSet<String> to, int by) {}

    /** Returns who is kept from whom; rules about single ports keep nobody from a service as a whole. */
    static List<Group> of(Topology topology, Rules rules) {
        KeptApart apart = new KeptApart(topology, rules);
        rules.rules().forEach(apart::read);
        return apart.groups();
    }

    private void read(Rule rule) {
        SortedSet<String> named = meant(rule.from());
        SortedSet<String> to = meant(rule.to().stream()
                .filter(target -> target.port().isEmpty())
                .map(target -> target.selector())
                .toList());
        switch (rule.kind()) {
            case MUST -> {}
            case MUST_NOT -> bar(named, to, rule);
            case ONLY -> {
                SortedSet<String> others = new TreeSet<>(topology.services().keySet());
                others.add(FOREIGN);
                others.removeAll(named);
                // the targets reach each other
                others.removeAll(meant(
                        rule.to().stream().map(target -> target.selector()).toList()));
                bar(others, to, rule);
            }
        }
    }

    private void bar(SortedSet<String> from, SortedSet<String> to, Rule rule) {
        for (String target : to) {
            SortedMap<String, Integer> sources = barred.computeIfAbsent(target, _ -> new TreeMap<>());
            from.forEach(source -> sources.putIfAbsent(source, rule.at().line()));
        }
    }

    private SortedSet<String> meant(List<Selector> selectors) {
        SortedSet<String> keys = new TreeSet<>();
        for (Selector selector : selectors) {
            if (selector instanceof Selector.Foreign) {
                keys.add(FOREIGN);
            }
            keys.addAll(selection.of(selector));
        }
        return keys;
    }

    private List<Group> groups() {
        SortedMap<String, List<String>> namespaces = new TreeMap<>();
        namespaces.put(FOREIGN, List.of(FOREIGN));
        ServiceNames names = new ServiceNames(topology);
        for (String service : topology.services().keySet()) {
            namespaces
                    .computeIfAbsent(names.owner(service), _ -> new ArrayList<>())
                    .add(service);
        }
        Map<SortedSet<String>, SortedSet<String>> groups = new LinkedHashMap<>();
        namespaces.forEach((to, targets) -> {
            SortedSet<String> from = new TreeSet<>();
            namespaces.forEach((source, sources) -> {
                if (!source.equals(to) && allBarred(sources, targets)) {
                    from.add(source);
                }
            });
            if (!from.isEmpty()) {
                groups.computeIfAbsent(from, _ -> new TreeSet<>()).add(to);
            }
        });
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue(), by(group.getKey(), group.getValue())))
                .toList();
    }

    private boolean allBarred(Collection<String> from, Collection<String> to) {
        return to.stream()
                .allMatch(target ->
                        barred.getOrDefault(target, new TreeMap<>()).keySet().containsAll(from));
    }

    private int by(Collection<String> from, Collection<String> to) {
        return to.stream()
                .flatMap(target -> from.stream()
                        .map(source ->
                                barred.getOrDefault(target, new TreeMap<>()).get(source))
                        .filter(Objects::nonNull))
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
    }
}
