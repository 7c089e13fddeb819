package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.iteration.MustFlow;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * A run to carry out.
 *
 * @param id its id, which is also the name of its directory
 * @param plan what to do
 * @param after the project as its files will say afterwards
 * @param flows what has to work afterwards
 * @param facts what the report tells that is decided before
 */
public record RunRequest(String id, Plan plan, Topology after, List<MustFlow> flows, ReportFacts facts) {

    public RunRequest {
        flows = List.copyOf(flows);
    }
}
