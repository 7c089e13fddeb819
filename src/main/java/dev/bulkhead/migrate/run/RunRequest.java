package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.watch.Probation;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * A run to carry out.
 *
 * @param id its id, which is also the name of its directory
 * @param plan what to do
 * @param after the project as its files will say afterwards
 * @param flows what has to work afterwards
 * @param mayGo what the change is meant to take away
 * @param facts what the report tells that is decided before
 * @param probation under which conditions it stays
 */
public record RunRequest(
        String id,
        Plan plan,
        Topology after,
        List<MustFlow> flows,
        MayGo mayGo,
        ReportFacts facts,
        Probation probation) {

    /** A run whose change stays at once. */
    public RunRequest(String id, Plan plan, Topology after, List<MustFlow> flows, MayGo mayGo, ReportFacts facts) {
        this(id, plan, after, flows, mayGo, facts, Probation.NONE);
    }

    /** Returns the same under other conditions. */
    public RunRequest under(Probation other) {
        return new RunRequest(id, plan, after, flows, mayGo, facts, other);
    }

    public RunRequest {
        flows = List.copyOf(flows);
    }
}
