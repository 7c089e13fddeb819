package dev.bulkhead.migrate.plan;

import dev.bulkhead.migrate.iteration.Design;
import dev.bulkhead.migrate.iteration.Stage;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who takes a turn together and in which order: by stage, then by tier, then those first that others of the same tier
 * depend on. A service that waits for another's health is never in one group with it, or it would be away as long as
 * the other starts; those that share a network namespace are, since they cannot live without its owner.
 */
final class TurnOrder {

    private final SortedMap<String, Design.Turn> turns;
    private final Topology topology;

    TurnOrder(SortedMap<String, Design.Turn> turns, Topology topology) {
        this.turns = turns;
        this.topology = topology;
    }

    /** Returns the groups in order; every service is in one. */
    List<List<String>> groups(Set<String> services) {
        Map<Key, List<String>> groups = new TreeMap<>(Comparator.comparing(Key::stage)
                .thenComparing(Key::tier)
                .thenComparingInt(Key::level)
                .thenComparing(Key::together));
        Map<String, Integer> levels = new HashMap<>();
        for (String service : services) {
            groups.computeIfAbsent(key(service, levels), key -> new ArrayList<>())
                    .add(service);
        }
        groups.values()
                .forEach(group -> group.sort(Comparator.comparing(this::follows).thenComparing(s -> s)));
        return List.copyOf(groups.values());
    }

    /**
     * What decides a service's place.
     *
     * @param together non-empty where only equal ones take their turn together
     */
    private record Key(Stage stage, String tier, int level, String together) {}

    private Key key(String service, Map<String, Integer> levels) {
        Design.Turn turn = turn(service);
        String owner = turn.follows().orElse(service);
        String together = switch (turn.stage()) {
            case INGRESS -> service; // never all ways in at once
            case NAMESPACE -> owner;
            case CORE, BACKGROUND, APPS, MONITORING -> "";
        };
        return new Key(turn.stage(), turn.tier(), level(owner, levels, new HashSet<>()), together);
    }

    private boolean follows(String service) {
        return turn(service).follows().isPresent();
    }

    private Design.Turn turn(String service) {
        Design.Turn turn = turns.get(service);
        return turn != null ? turn : new Design.Turn(Stage.BACKGROUND, "", Optional.empty(), false);
    }

    /** Returns the longest chain of dependencies inside the service's own stage and tier; Compose refuses cycles. */
    private int level(String service, Map<String, Integer> levels, Set<String> under) {
        Integer known = levels.get(service);
        if (known != null || !under.add(service)) {
            return known == null ? 0 : known;
        }
        Design.Turn mine = turn(service);
        int level = 0;
        List<Dependency> dependencies =
                topology.service(service).map(s -> s.dependsOn()).orElse(List.of());
        for (Dependency dependency : dependencies) {
            Design.Turn other = turn(dependency.service());
            if (other.stage() == mine.stage() && other.tier().equals(mine.tier())) {
                level = Math.max(level, 1 + level(dependency.service(), levels, under));
            }
        }
        levels.put(service, level);
        return level;
    }
}
