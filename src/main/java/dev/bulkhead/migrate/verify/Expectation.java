package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * Expectation of what has to hold after a run.
 *
 * @param topology the project as its files say by then
 * @param services the services that have to run and be healthy
 * @param flows the flows that have to work
 * @param before the engine as it was before
 * @param baseline which flows worked before
 * @param mayGo what the change is meant to take away
 */
public record Expectation(
        Topology topology,
        List<String> services,
        List<MustFlow> flows,
        ObservedState before,
        Baseline baseline,
        MayGo mayGo) {

    public Expectation {
        services = List.copyOf(services);
        flows = List.copyOf(flows);
    }
}
