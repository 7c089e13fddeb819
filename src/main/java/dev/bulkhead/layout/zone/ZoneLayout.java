package dev.bulkhead.layout.zone;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.HostColumns;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.MapMetrics;
import dev.bulkhead.layout.WorldBox;
import dev.bulkhead.layout.WorldNode;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.layout.arrange.Block;
import dev.bulkhead.layout.arrange.BlockHosts;
import dev.bulkhead.layout.arrange.BlockPlacement;
import dev.bulkhead.layout.arrange.Cell;
import dev.bulkhead.layout.arrange.GridBlock;
import dev.bulkhead.layout.arrange.SectionedBlock;
import dev.bulkhead.layout.arrange.Shape;
import dev.bulkhead.layout.arrange.ZoneLink;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Layout of the map: where zones, sections and cards stand.
 *
 * <p>The same request gives the same result. Remembered places are kept: an edit moves only what it is about, and what
 * has to make room for that.
 */
public final class ZoneLayout {

    private ZoneLayout() {}

    /** Returns where everything stands. */
    public static MapGeometry compute(LayoutRequest request) {
        MapMetrics metrics = MapMetrics.forNames(request.topology().services().keySet());
        ZonePlans plans = new ZonePlans(request);
        List<ZonePlan> all = plans.all();
        List<PlannedZone> zones = all.stream()
                .map(plan -> new PlannedZone(plan, block(plan, request.remembered(), metrics)))
                .toList();
        List<PlannedZone> inner = zones.stream().filter(PlannedZone::isNetwork).toList();
        Map<String, ZonePlace> places = BlockPlacement.settle(
                inner.stream().map(PlannedZone::block).toList(),
                request.remembered().zones(),
                metrics.zoneGap(),
                request.arrangement(),
                links(request, plans.homes()),
                request.aspect(),
                hosts(request, all));
        GeometryBuilder builder = new GeometryBuilder(request, metrics, plans);
        inner.forEach(zone -> builder.zone(zone, places));
        OutsideColumn.add(builder, zones.stream().filter(z -> !z.isNetwork()).toList(), metrics);
        return builder.build();
    }

    private static Block block(ZonePlan plan, LayoutPositions remembered, MapMetrics metrics) {
        double header = plan.described() ? metrics.header() : metrics.titleOnly();
        if (!plan.sectioned()) {
            return new GridBlock(
                    plan.key(),
                    plan.apart(),
                    plan.sections().getFirst().clusters(),
                    plan.titleWidth(),
                    header,
                    standing(remembered, plan.key(), metrics),
                    cells(remembered, plan.key(), ""));
        }
        List<GridBlock> sections = new ArrayList<>();
        Map<String, ZonePlace> places = new HashMap<>();
        for (ZonePlan.SectionPlan section : plan.sections()) {
            sections.add(new GridBlock(
                    section.id(),
                    false,
                    section.clusters(),
                    0,
                    metrics.sectionHeader(),
                    standing(remembered, LayoutPositions.sectionKey(plan.key(), section.id()), metrics),
                    cells(remembered, plan.key(), section.id())));
            ZonePlace place = remembered.zones().get(LayoutPositions.sectionKey(plan.key(), section.id()));
            if (place != null) {
                places.put(section.id(), place);
            }
        }
        return new SectionedBlock(plan.key(), plan.apart(), sections, plan.titleWidth(), header, metrics, places);
    }

    private static MapMetrics standing(LayoutPositions remembered, String key, MapMetrics metrics) {
        ZonePlace place = remembered.zones().get(key);
        return place == null ? metrics : metrics.within(place);
    }

    private static Map<String, Cell> cells(LayoutPositions remembered, String zone, String section) {
        Map<String, Cell> cells = new HashMap<>();
        remembered.cards().forEach((service, place) -> {
            if (place.zone().equals(zone) && place.section().equals(section)) {
                cells.put(service, new Cell(place.column(), place.row()));
            }
        });
        return cells;
    }

    /** Returns the column of each zone all of whose cards, or members where it has no card, run on one host. */
    private static BlockHosts hosts(LayoutRequest request, List<ZonePlan> plans) {
        HostColumns columns = request.hosts();
        if (!columns.several()) {
            return BlockHosts.NONE;
        }
        Map<String, String> byZone = new HashMap<>();
        for (ZonePlan plan : plans) {
            HostFrames.host(plan.key(), plan.services(), request.topology(), columns)
                    .ifPresent(host -> byZone.put(plan.key(), host));
        }
        return new BlockHosts(columns.order(), byZone);
    }

    private static List<ZoneLink> links(LayoutRequest request, SortedMap<String, String> homes) {
        SortedMap<String, ZoneLink> links = new TreeMap<>();
        for (Service service : request.topology().services().values()) {
            String home = homes.getOrDefault(service.key(), ZoneKeys.NONE);
            service.attachments().stream()
                    .filter(a -> !a.network().equals(home))
                    .forEach(a -> links.merge(
                            home + ">" + a.network(),
                            new ZoneLink(home, a.network(), 1),
                            (one, two) -> new ZoneLink(one.from(), one.to(), one.weight() + two.weight())));
        }
        return List.copyOf(links.values());
    }

    /** The column left of the networks: the outside world, and services that join no network. */
    private static final class OutsideColumn {

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
}
