package dev.bulkhead.migrate.plan;

import dev.bulkhead.migrate.goal.Stage;
import dev.bulkhead.migrate.goal.Turn;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** An order to recreate services in when nothing but the files is known: owners of namespaces, then by dependency. */
public final class RecreationGroups {

    private RecreationGroups() {}

    /** Returns the groups in order, those that share a namespace always whole; every service is in one. */
    public static List<List<String>> of(Topology topology, Set<String> services) {
        SortedMap<String, Turn> turns = new TreeMap<>();
        for (Service service : topology.services().values()) {
            if (service.networkMode() instanceof NetworkMode.OfService(String owner)) {
                turns.put(service.key(), new Turn(Stage.NAMESPACE, "", Optional.of(owner), false));
                turns.putIfAbsent(owner, new Turn(Stage.NAMESPACE, "", Optional.empty(), false));
            }
        }
        return new TurnOrder(turns, topology).groups(services);
    }
}
