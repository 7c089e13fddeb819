package dev.bulkhead.layout.zone;

import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.Set;
import java.util.TreeSet;

/** Finder of networks that connect nearly everything while others exist: those a segmentation leaves behind. */
final class FlatNetworks {

    private static final double NEARLY_ALL = 0.6;
    private static final int FEWEST = 4;

    private FlatNetworks() {}

    /** Returns the flat networks of a project; none when it has only one network. */
    static Set<String> of(Topology topology) {
        Set<String> flat = new TreeSet<>();
        if (topology.networks().size() < 2) {
            return flat;
        }
        long attached = topology.services().values().stream()
                .filter(service -> !service.attachments().isEmpty())
                .count();
        for (String network : topology.networks().keySet()) {
            int members = topology.members(network).size();
            if (members >= FEWEST && members >= NEARLY_ALL * attached) {
                flat.add(network);
            }
        }
        // Where all are flat, none is: the services have to be at home somewhere.
        return flat.size() == topology.networks().size() ? new TreeSet<>() : flat;
    }

    /** Returns those flat networks that every member can be shown without. */
    static Set<String> rails(Topology topology, Set<String> flat) {
        Set<String> rails = new TreeSet<>(flat);
        for (Service service : topology.services().values()) {
            boolean elsewhere = service.attachments().stream().anyMatch(a -> !flat.contains(a.network()));
            if (!elsewhere) {
                service.attachments().forEach(a -> rails.remove(a.network()));
            }
        }
        return rails;
    }
}
