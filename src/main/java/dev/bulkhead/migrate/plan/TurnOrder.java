package dev.bulkhead.migrate.plan;

import dev.bulkhead.migrate.goal.Stage;
import dev.bulkhead.migrate.goal.Turn;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Order of turns, and who takes one together: by stage, then by tier, but never before those it depends on. A service
 * that waits for another's health is never in one group with it, or it would be away as long as the other starts; those
 * that share a network namespace are, since they cannot live without its owner.
 */
final class TurnOrder {

    private final SortedMap<String, Turn> turns;
    private final Map<String, List<Service>> sharing;

    TurnOrder(SortedMap<String, Turn> turns, Topology topology) {
        this.turns = turns;
        this.sharing =
                topology.services().values().stream().collect(Collectors.groupingBy(service -> owner(service.key())));
    }

    /** Returns the groups in order; every service is in one. */
    List<List<String>> groups(Set<String> services) {
        Map<Key, List<String>> groups =
                new TreeMap<>(Comparator.comparing(Key::place).thenComparing(Key::together));
        Map<String, Place> places = new HashMap<>();
        for (String service : services) {
            groups.computeIfAbsent(key(service, places), key -> new ArrayList<>())
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
    private record Key(Place place, String together) {}

    /**
     * A place in the order.
     *
     * @param level length of the longest chain of dependencies at the same stage and tier
     */
    private record Place(Stage stage, String tier, int level) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::stage).thenComparing(Place::tier).thenComparingInt(Place::level);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        Place next() {
            return new Place(stage, tier, level + 1);
        }
    }

    private Key key(String service, Map<String, Place> places) {
        Turn turn = turn(service);
        String owner = owner(service);
        String together = switch (turn.stage()) {
            case INGRESS -> service; // never all ways in at once
            case NAMESPACE -> owner;
            case CORE, BACKGROUND, APPS, MONITORING -> "";
        };
        return new Key(place(owner, places, new HashSet<>()), together);
    }

    private boolean follows(String service) {
        return turn(service).follows().isPresent();
    }

    private String owner(String service) {
        return turn(service).follows().orElse(service);
    }

    private Turn turn(String service) {
        return Turn.of(turns, service);
    }

    /** Returns the earliest place after all dependencies; Compose refuses cycles. */
    private Place place(String owner, Map<String, Place> places, Set<String> under) {
        Turn turn = turn(owner);
        Place place = new Place(turn.stage(), turn.group(), 0);
        Place known = places.get(owner);
        if (known != null || !under.add(owner)) {
            return known == null ? place : known;
        }
        for (Service member : sharing.getOrDefault(owner, List.of())) {
            for (Dependency dependency : member.dependsOn()) {
                String other = owner(dependency.service());
                if (!other.equals(owner)) {
                    Place after = place(other, places, under).next();
                    place = after.compareTo(place) > 0 ? after : place;
                }
            }
        }
        places.put(owner, place);
        return place;
    }
}
