package dev.bulkhead.layout.zone;

import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finder of networks that connect nearly everything while others exist: those a segmentation leaves behind.
 *
 * <p>On a map that stands already a network that is near the limit stays what it was: one service more must not send all cards to
 * other zones.
 */
final class FlatNetworks {

    private static final double NEARLY_ALL = 0.6;
    private static final double STILL = 0.5;
    private static final int FEWEST = 4;
    /** So many at home where they could be elsewhere, and so large a part, are no accident of the last edit. */
    private static final int SETTLED = 3;

    private static final double MOSTLY = 2.0 / 3;

    private FlatNetworks() {}

    /** Returns the flat networks of a project; none when it has only one network. */
    static Set<String> of(Topology topology, LayoutPositions remembered) {
        Set<String> flat = new TreeSet<>();
        if (topology.networks().size() < 2) {
            return flat;
        }
        long attached = topology.services().values().stream()
                .filter(service -> !service.attachments().isEmpty() && !ZoneKeys.isGuest(service.key()))
                .count();
        for (String network : topology.networks().keySet()) {
            List<Service> members = topology.members(network).stream()
                    .filter(service -> !ZoneKeys.isGuest(service.key()))
                    .toList();
            double least = wasRail(network, members, remembered) ? STILL : NEARLY_ALL;
            if (members.size() >= FEWEST
                    && members.size() >= least * attached
                    && !wasHome(network, members, remembered)) {
                flat.add(network);
            }
        }
        // Where all are flat, none is: the services have to be at home somewhere.
        return flat.size() == topology.networks().size() ? new TreeSet<>() : flat;
    }

    /** Returns those flat networks that every member can be shown without, but none whose zone the operator put somewhere. */
    static Set<String> rails(Topology topology, Set<String> flat, LayoutPositions remembered) {
        Set<String> rails = new TreeSet<>(flat);
        remembered.zones().forEach((network, place) -> {
            if (place.manual()) {
                rails.remove(network);
            }
        });
        for (Service service : topology.services().values()) {
            boolean elsewhere = service.attachments().stream().anyMatch(a -> !flat.contains(a.network()));
            if (!elsewhere) {
                service.attachments().forEach(a -> rails.remove(a.network()));
            }
        }
        return rails;
    }

    /** Returns whether services stood in its zone although they could have stood in that of another network. */
    private static boolean wasHome(String network, List<Service> members, LayoutPositions remembered) {
        List<CardPlace> free = members.stream()
                .filter(service -> service.attachments().stream()
                        .anyMatch(other -> !other.network().equals(network)
                                && remembered.zones().containsKey(other.network())))
                .map(service -> remembered.cards().get(service.key()))
                .filter(place -> place != null)
                .toList();
        long home = free.stream().filter(place -> place.zone().equals(network)).count();
        return home >= SETTLED && home >= MOSTLY * free.size();
    }

    private static boolean wasRail(String network, List<Service> members, LayoutPositions remembered) {
        return !remembered.zones().isEmpty()
                && !remembered.zones().containsKey(network)
                && members.stream()
                                .filter(service -> remembered.cards().containsKey(service.key()))
                                .count()
                        >= FEWEST;
    }
}
