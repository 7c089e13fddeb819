package dev.bulkhead.migrate;

import dev.bulkhead.compose.patch.Patch;
import dev.bulkhead.migrate.iteration.MustFlow;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * What an iteration would do, shown before anything is done.
 *
 * @param plan the operations in order
 * @param patch what changes in the files, and the project as it reads afterwards
 * @param before the topology now; the reachability difference is that to {@link #after()}
 * @param flows the flows that have to work, which the verification probes
 * @param notes what the operator should know, one sentence each
 */
public record Review(Plan plan, Patch patch, Topology before, List<MustFlow> flows, List<String> notes) {

    public Review {
        flows = List.copyOf(flows);
        notes = List.copyOf(notes);
    }

    /** Returns the topology as it will be. */
    public Topology after() {
        return patch.after().topology();
    }
}
