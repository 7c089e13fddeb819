package dev.bulkhead.migrate.verify;

import dev.bulkhead.engine.ObservedState;
import dev.bulkhead.migrate.iteration.MustFlow;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * What has to hold after a run.
 *
 * @param topology the project as its files say by then
 * @param services the services that have to run and be healthy
 * @param flows the flows that have to work
 * @param before the engine as it was before
 * @param baseline which flows worked before
 */
public record Expectation(
        Topology topology, List<String> services, List<MustFlow> flows, ObservedState before, Baseline baseline) {

    public Expectation {
        services = List.copyOf(services);
        flows = List.copyOf(flows);
    }
}
