package dev.bulkhead.reach;

import dev.bulkhead.reach.names.NameLookup;
import dev.bulkhead.reach.names.NetworkOrder;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.function.Predicate;

/** Entrance to reach: works out who reaches whom in a project. */
public final class Reach {

    private Reach() {}

    /** Returns the matrix of a topology. */
    public static ReachMatrix compute(Topology topology, ReachOptions options) {
        return new ReachMatrix(topology, TopologyIndexer.build(topology, options), Otherwise.of(topology, options));
    }

    /** Returns the matrix of a topology on a host in a LAN, without profiles, with a current engine. */
    public static ReachMatrix compute(Topology topology) {
        return compute(topology, ReachOptions.defaults());
    }

    /** Returns who answers when services of a topology look names up. */
    public static NameLookup names(Topology topology, ReachOptions options, Predicate<Service> runs) {
        return NameLookup.of(
                topology,
                runs,
                options.external(),
                options.engineMajor() >= ReachOptions.CURRENT_ENGINE
                        ? NetworkOrder.BY_PRIORITY
                        : options.internalHasRoute()
                                ? NetworkOrder.WITH_INTERNAL_GATEWAYS
                                : NetworkOrder.WITHOUT_PRIORITY,
                options.shared().outsiders());
    }
}
