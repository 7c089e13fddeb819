package dev.bulkhead.reach;

import dev.bulkhead.topology.Topology;

/** Entrance to reach: works out who reaches whom in a project. */
public final class Reach {

    private Reach() {}

    /** Returns the matrix of a topology. */
    public static ReachMatrix compute(Topology topology, ReachOptions options) {
        return new ReachMatrix(topology, TopologyIndexer.build(topology, options));
    }

    /** Returns the matrix of a topology on a host in a LAN, without profiles, with a current engine. */
    public static ReachMatrix compute(Topology topology) {
        return compute(topology, ReachOptions.defaults());
    }
}
