package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.watch.Probation;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * Request to carry a run out.
 *
 * @param id its id, which is also the name of its directory
 * @param decided what was decided before
 * @param after the project as its files will say afterwards
 * @param probation under which conditions the change stays
 */
public record RunRequest(String id, Decided decided, Topology after, Probation probation) {

    /**
     * Decisions before the first operation, kept with the run.
     *
     * @param plan what to do; the texts of its files are kept by the restore point
     * @param flows what has to work afterwards
     * @param mayGo what the change is meant to take away
     * @param facts what the report tells of it
     */
    public record Decided(Plan plan, List<MustFlow> flows, MayGo mayGo, ReportFacts facts) {
        public Decided {
            flows = List.copyOf(flows);
        }
    }

    /** Returns the same under other conditions. */
    public RunRequest under(Probation other) {
        return new RunRequest(id, decided, after, other);
    }

    /** Returns what to do. */
    public Plan plan() {
        return decided.plan();
    }
}
