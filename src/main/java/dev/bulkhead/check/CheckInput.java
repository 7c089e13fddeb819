package dev.bulkhead.check;

import dev.bulkhead.address.UsedRange;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * What the checks look at.
 *
 * @param topology the project
 * @param sources where its parts stand
 * @param used ranges that the engine's other networks and the host's routes use already
 */
public record CheckInput(Topology topology, SourceMap sources, List<UsedRange> used) {

    public CheckInput {
        used = List.copyOf(used);
    }

    /** Returns input from the files alone. */
    public static CheckInput of(Topology topology, SourceMap sources) {
        return new CheckInput(topology, sources, List.of());
    }
}
