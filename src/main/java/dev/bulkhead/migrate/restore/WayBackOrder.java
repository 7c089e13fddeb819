package dev.bulkhead.migrate.restore;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.live.SharedNamespaces;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Order in which services are made anew on the way back: one after the other, so that the others serve meanwhile; those
 * that share a network namespace together, its owner first; who others enter through before all, while what is behind
 * them is still on both sides; else nobody before those it depends on.
 */
final class WayBackOrder {

    /** Whoever publishes one of these is a way in. */
    private static final Set<String> WAYS_IN = Set.of("80", "443");

    private final Topology topology;
    private final RestoreContent wanted;
    private final ObservedState now;
    private final SharedNamespaces namespaces;
    private final Map<String, Integer> levels = new HashMap<>();

    WayBackOrder(Topology topology, RestoreContent wanted, ObservedState now) {
        this.topology = topology;
        this.wanted = wanted;
        this.now = now;
        this.namespaces = new SharedNamespaces(now, wanted.project());
    }

    /** Returns the turns, each a service alone or the owner of a namespace before its guests. */
    List<List<String>> turns() {
        Set<String> changed = changed();
        TreeMap<String, Set<String>> units = new TreeMap<>();
        for (String service : changed) {
            units.computeIfAbsent(owner(service), key -> new TreeSet<>()).add(service);
        }
        List<List<String>> turns = new ArrayList<>();
        units.forEach((owner, members) -> {
            List<String> turn = new ArrayList<>(members);
            turn.sort(Comparator.comparing((String member) -> !member.equals(owner))
                    .thenComparing(member -> member));
            turns.add(turn);
        });
        turns.sort(Comparator.<List<String>, Boolean>comparing(
                        turn -> !turn.stream().allMatch(this::wayIn))
                .thenComparingInt(turn -> level(turn.getFirst()))
                .thenComparing(List::getFirst));
        return turns;
    }

    /** Services whose container is not the one it was, and everybody who lives in the namespace of one of them. */
    private Set<String> changed() {
        Set<String> changed = new TreeSet<>();
        Map<String, List<String>> then =
                NormalisedState.of(wanted.state(), wanted.project()).containers();
        Map<String, List<String>> present =
                NormalisedState.of(now, wanted.project()).containers();
        for (ObservedContainer before : wanted.state().containers()) {
            // one that is another and yet the same was made anew when its step was taken back
            boolean same = now.containers().stream().anyMatch(c -> c.id().equals(before.id()))
                    || Objects.equals(then.get(before.name()), present.get(before.name()));
            before.service()
                    .filter(service -> !same && topology.service(service).isPresent())
                    .ifPresent(changed::add);
        }
        namespaces.orphans().stream()
                .filter(service -> topology.service(service).isPresent())
                .filter(service ->
                        !wanted.state().containers(wanted.project(), service).isEmpty())
                .forEach(changed::add);
        for (String owner : List.copyOf(changed)) {
            for (Service service : topology.services().values()) {
                boolean guest = service.networkMode() instanceof NetworkMode.OfService(String of) && of.equals(owner);
                if (guest
                        && !wanted.state()
                                .containers(wanted.project(), service.key())
                                .isEmpty()) {
                    changed.add(service.key());
                }
            }
        }
        return changed;
    }

    private String owner(String service) {
        return topology.service(service)
                .map(Service::networkMode)
                .map(mode -> mode instanceof NetworkMode.OfService(String owner) ? owner : service)
                .orElse(service);
    }

    private boolean wayIn(String service) {
        return topology.service(service)
                .filter(found -> found.ports().stream()
                        .anyMatch(port ->
                                port.published().filter(WAYS_IN::contains).isPresent()))
                .isPresent();
    }

    /** Returns the length of the longest chain of dependencies; Compose refuses cycles. */
    private int level(String service) {
        Integer known = levels.get(service);
        if (known != null) {
            return known;
        }
        levels.put(service, 0);
        int level = topology.service(service).map(Service::dependsOn).orElse(List.of()).stream()
                .map(Dependency::service)
                .mapToInt(other -> level(owner(other)) + 1)
                .max()
                .orElse(0);
        levels.put(service, level);
        return level;
    }
}
