package dev.bulkhead.layout.zone;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.MapMetrics;
import dev.bulkhead.layout.WorldBox;
import dev.bulkhead.layout.WorldNode;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.layout.arrange.Shape;
import java.util.List;
import java.util.Map;

/** The column left of the networks: the outside world, and services that join no network. */
final class OutsideColumn {

    private static final double NODE_GAP = 28;

    private OutsideColumn() {}

    static void add(GeometryBuilder builder, List<PlannedZone> outside, MapMetrics metrics) {
        Box zones = builder.zonesBounds();
        double width =
                outside.stream().mapToDouble(zone -> shape(zone).width()).reduce(MapMetrics.WORLD_WIDTH, Math::max);
        double left = zones.x() - Math.round(metrics.zoneGap() * 1.6) - width;
        double y = zones.y();
        for (WorldNode node : WorldNode.values()) {
            double x = left + (width - MapMetrics.WORLD_WIDTH) / 2;
            builder.world(new WorldBox(node, new Box(x, y, MapMetrics.WORLD_WIDTH, MapMetrics.WORLD_HEIGHT)));
            y += MapMetrics.WORLD_HEIGHT + NODE_GAP;
        }
        for (PlannedZone zone : outside) {
            Shape shape = shape(zone);
            Box box = new Box(left, y, width, shape.height());
            y = box.bottom() + NODE_GAP;
            builder.zone(zone, Map.of(zone.plan().key(), ZonePlace.of(box, shape.columns(), false)));
        }
    }

    private static Shape shape(PlannedZone zone) {
        return zone.block().shapes().getFirst();
    }
}
