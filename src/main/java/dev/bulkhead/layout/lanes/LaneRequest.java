package dev.bulkhead.layout.lanes;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Topology;
import java.util.Map;
import java.util.TreeMap;

/**
 * Request for the order of lanes and columns: all that it depends on.
 *
 * @param topology what to show
 * @param homes the tier a service belongs to, by service key, where something is known of its image
 * @param before the order to keep: whoever stands in it stays in its tier, and behind whom it stood
 */
public record LaneRequest(Topology topology, Map<String, Tint> homes, LanePlan before) {

    public LaneRequest {
        homes = new TreeMap<>(homes);
    }

    /** Returns a request that keeps no order. */
    public static LaneRequest of(Topology topology, Map<String, Tint> homes) {
        return new LaneRequest(topology, homes, LanePlan.EMPTY);
    }

    /** Returns this request with an order to keep. */
    public LaneRequest keeping(LanePlan order) {
        return new LaneRequest(topology, homes, order);
    }
}
