package dev.bulkhead.layout;

import dev.bulkhead.topology.Topology;
import java.util.Map;
import java.util.TreeMap;

/**
 * Request for a layout: all that it depends on.
 *
 * @param topology what to show
 * @param tints colour families by network key; networks without an entry get one from their names
 * @param homes the colour family a service belongs to, by service key, where something is known of its image
 * @param groups what services have in common, by service key, for zones too large for one grid
 * @param remembered places to keep
 * @param arrangement how zones without a place are arranged
 * @param aspect width by height to aim at
 * @param hosts where services run, where there are several hosts
 */
public record LayoutRequest(
        Topology topology,
        Map<String, Tint> tints,
        Map<String, Tint> homes,
        Map<String, CardGroup> groups,
        LayoutPositions remembered,
        Arrangement arrangement,
        double aspect,
        HostColumns hosts) {

    public static final double USUAL_ASPECT = 1.55;

    public LayoutRequest {
        tints = new TreeMap<>(tints);
        homes = new TreeMap<>(homes);
        groups = new TreeMap<>(groups);
    }

    /** Returns a request that knows nothing but the topology. */
    public static LayoutRequest of(Topology topology) {
        return new LayoutRequest(
                topology,
                Map.of(),
                Map.of(),
                Map.of(),
                LayoutPositions.EMPTY,
                Arrangement.ROWS,
                USUAL_ASPECT,
                HostColumns.NONE);
    }

    /** Returns this request with colour families added to those it has. */
    public LayoutRequest tinted(Map<String, Tint> more) {
        Map<String, Tint> all = new TreeMap<>(tints);
        all.putAll(more);
        return new LayoutRequest(topology, all, homes, groups, remembered, arrangement, aspect, hosts);
    }

    /** Returns this request with places to keep. */
    public LayoutRequest remembering(LayoutPositions positions) {
        return new LayoutRequest(topology, tints, homes, groups, positions, arrangement, aspect, hosts);
    }

    /** Returns this request with another aspect to aim at. */
    public LayoutRequest aiming(double other) {
        return new LayoutRequest(topology, tints, homes, groups, remembered, arrangement, other, hosts);
    }

    /** Returns this request with hosts as columns. */
    public LayoutRequest on(HostColumns columns) {
        return new LayoutRequest(topology, tints, homes, groups, remembered, arrangement, aspect, columns);
    }

    /** Returns this request for another topology. */
    public LayoutRequest with(Topology other) {
        return new LayoutRequest(other, tints, homes, groups, remembered, arrangement, aspect, hosts);
    }
}
