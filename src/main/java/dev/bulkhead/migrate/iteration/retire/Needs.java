package dev.bulkhead.migrate.iteration.retire;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.RuleFlows;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Needs of a project's services for networks.
 *
 * @param evidence what the files and the catalogue tell
 * @param flows flows between services, and to the internet, that have to work; the operator's own included
 * @param forbidden flows that must not work
 * @param guarded service to those that alone may reach it
 */
record Needs(
        Evidence evidence, List<MustFlow> flows, List<MustFlow> forbidden, SortedMap<String, Set<String>> guarded) {

    Needs {
        flows = List.copyOf(flows);
        forbidden = List.copyOf(forbidden);
        guarded = Collections.unmodifiableSortedMap(new TreeMap<>(guarded));
    }

    static Needs of(IterationInput input) {
        Evidence evidence = Evidence.of(input.topology(), input.catalogue(), input.settings());
        List<MustFlow> shown = new ArrayList<>(evidence.flows());
        shown.addAll(evidence.internet());
        List<MustFlow> known = RuleFlows.meant(shown, input.rules(), input.topology());
        Set<MustFlow> flows = new LinkedHashSet<>(known);
        List<MustFlow> forbidden = new ArrayList<>();
        for (MustFlow flow : RuleFlows.of(input.rules(), input.topology(), known)) {
            if (flow.forbidden()) {
                forbidden.add(flow);
            } else {
                flows.add(flow);
            }
        }
        // what the operator forbids outweighs what files and catalogue tell of
        flows.removeIf(flow -> flow.source() != MustFlow.Source.RULE
                && forbidden.stream()
                        .anyMatch(no -> no.from().equals(flow.from()) && no.to().equals(flow.to())));
        return new Needs(evidence, List.copyOf(flows), forbidden, RuleFlows.guarded(input.rules(), input.topology()));
    }

    /** Returns whether a service, or one that shares its namespace, publishes ports. */
    Optional<String> wayIn(String owner) {
        return inNamespace(owner).stream()
                .flatMap(key -> evidence.topology().service(key).stream())
                .filter(service -> !service.ports().isEmpty())
                .map(Needs::publishes)
                .findFirst();
    }

    private static String publishes(Service service) {
        return service.key() + " publishes port " + service.ports().getFirst().text();
    }

    /** Returns whether a service, or one that shares its namespace, must not reach the internet. */
    boolean forbidsWayOut(String owner) {
        return inNamespace(owner).stream()
                .anyMatch(key -> forbidden.stream()
                        .anyMatch(flow -> flow.from().equals(key) && flow.to().equals(MustFlow.INTERNET)));
    }

    /** Returns why a service needs a way out; empty if it is known not to need one. */
    Optional<String> wayOut(String owner) {
        if (forbidsWayOut(owner)) {
            return Optional.empty();
        }
        for (String key : inNamespace(owner)) {
            Optional<MustFlow> flow = flows.stream()
                    .filter(f -> f.from().equals(key) && f.to().equals(MustFlow.INTERNET))
                    .findFirst();
            if (flow.isPresent()) {
                return Optional.of(key + " needs the internet");
            }
        }
        boolean known = evidence.profile(owner)
                .map(profile -> profile.known().isPresent())
                .orElse(false);
        return known
                ? Optional.empty()
                : Optional.of("nothing tells whether " + owner + " needs the internet, so it keeps its way out");
    }

    private List<String> inNamespace(String owner) {
        List<String> keys = new ArrayList<>(List.of(owner));
        keys.addAll(evidence.namespaceSharers(owner));
        return keys;
    }

    /** Returns whether a new network in common would let through what must not work. */
    boolean forbids(String a, String b) {
        return keepsOut(a, b) || keepsOut(b, a) || mustNotMeet(a, b);
    }

    /** Returns whether what two have in common already must not work; a network of theirs alone would keep it so. */
    boolean mustNotMeet(String a, String b) {
        return forbidden.stream().anyMatch(flow -> {
            String from = evidence.namespaceOwner(flow.from());
            String to = evidence.namespaceOwner(flow.to());
            return (from.equals(a) && to.equals(b)) || (from.equals(b) && to.equals(a));
        });
    }

    /** Returns whether only others may reach what is in a namespace. */
    private boolean keepsOut(String from, String owner) {
        List<String> asking = inNamespace(from);
        return inNamespace(owner).stream()
                .flatMap(key -> Stream.ofNullable(guarded.get(key)))
                .anyMatch(allowed -> asking.stream().noneMatch(allowed::contains));
    }
}
