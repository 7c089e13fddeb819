package dev.bulkhead.layout.zone;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.CardGroup;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.GridBox;
import dev.bulkhead.layout.HostFrame;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.MapMetrics;
import dev.bulkhead.layout.SectionBox;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.WorldBox;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.layout.arrange.Cell;
import dev.bulkhead.layout.arrange.Cluster;
import dev.bulkhead.layout.arrange.GridBlock;
import dev.bulkhead.layout.arrange.SectionedBlock;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Builder of a geometry out of zones and cards. */
final class GeometryBuilder {

    private final LayoutRequest request;
    private final MapMetrics metrics;
    private final ZonePlans plans;
    private final List<ZoneBox> zones = new ArrayList<>();
    private final List<SectionBox> sections = new ArrayList<>();
    private final Map<String, CardBox> cards = new TreeMap<>();
    private final List<GridBox> grids = new ArrayList<>();
    private final List<WorldBox> world = new ArrayList<>();
    private final Map<String, ZonePlace> zonePlaces = new TreeMap<>();
    private final Map<String, CardPlace> cardPlaces = new TreeMap<>();

    GeometryBuilder(LayoutRequest request, MapMetrics metrics, ZonePlans plans) {
        this.request = request;
        this.metrics = metrics;
        this.plans = plans;
    }

    /** Adds a zone at its place, with its sections and cards. */
    void zone(PlannedZone zone, Map<String, ZonePlace> places) {
        ZonePlan plan = zone.plan();
        ZonePlace place = places.getOrDefault(plan.key(), new ZonePlace(0, 0, 0, 0, 1, false));
        zones.add(new ZoneBox(plan.key(), plan.kind(), plan.tint(), place.columns(), place.box()));
        if (plan.kind() == ZoneKind.NETWORK) {
            remember(plan.key(), place);
        }
        switch (zone.block()) {
            case GridBlock grid -> cards(plan.key(), "", grid, place.columns(), place.box());
            case SectionedBlock sectioned -> {
                for (int i = 0; i < sectioned.sections().size(); i++) {
                    GridBlock grid = sectioned.sections().get(i);
                    section(plan, i, grid, places);
                }
            }
        }
    }

    private void section(ZonePlan plan, int index, GridBlock grid, Map<String, ZonePlace> places) {
        String key = LayoutPositions.sectionKey(plan.key(), grid.key());
        ZonePlace outer = places.getOrDefault(plan.key(), new ZonePlace(0, 0, 0, 0, 1, false));
        ZonePlace inner = places.getOrDefault(key, outer);
        Box box = inner.box().movedBy(outer.x(), outer.y());
        String title = plan.sections().get(index).group().map(CardGroup::title).orElse("");
        sections.add(new SectionBox(plan.key(), grid.key(), title, inner.columns(), box));
        remember(key, inner);
        cards(plan.key(), grid.key(), grid, inner.columns(), box);
    }

    /** Keeps what was remembered as it was, so that an undone edit also undoes the room that was made for it. */
    private void remember(String key, ZonePlace place) {
        zonePlaces.put(key, request.remembered().zones().getOrDefault(key, place));
    }

    private void cards(String zone, String section, GridBlock grid, int columns, Box box) {
        MapMetrics sizes = grid.metrics();
        double room = box.width() - 2 * sizes.padding() - (columns - 1) * sizes.cardGap();
        double width = Math.clamp(Math.floor(room / columns), sizes.cardWidth(), MapMetrics.WIDEST);
        Box first = new Box(box.x() + sizes.padding(), box.y() + grid.header(), width, sizes.cardHeight());
        GridBox gridBox = new GridBox(zone, section, first, sizes.cardGap(), columns, box);
        grids.add(gridBox);
        Map<String, Cell> cells = grid.cells(columns);
        for (Cluster cluster : grid.clusters()) {
            for (String service : cluster.services()) {
                Cell cell = cells.getOrDefault(service, new Cell(0, 0));
                CardPlace place = new CardPlace(zone, section, cell.column(), cell.row(), manual(service, zone));
                cards.put(service, new CardBox(service, zone, owner(service, cell, cells), gridBox.box(place)));
                cardPlaces.put(service, place);
            }
        }
    }

    private boolean manual(String service, String zone) {
        return Optional.ofNullable(request.remembered().cards().get(service))
                .map(place -> place.manual() && place.zone().equals(zone))
                .orElse(false);
    }

    private Optional<String> owner(String service, Cell cell, Map<String, Cell> cells) {
        return request.topology()
                .service(service)
                .map(Service::networkMode)
                .flatMap(mode ->
                        mode instanceof NetworkMode.OfService(String owner) ? Optional.of(owner) : Optional.empty())
                .filter(owner -> {
                    Cell above = cells.get(owner);
                    return above != null && above.column() == cell.column() && above.row() < cell.row();
                });
    }

    void world(WorldBox node) {
        world.add(node);
    }

    Box zonesBounds() {
        return Box.around(zones.stream().map(ZoneBox::box).toList());
    }

    MapGeometry build() {
        double below = zonesBounds().bottom();
        Box main = Box.around(zones.stream()
                .filter(z -> z.kind() == ZoneKind.NETWORK)
                .map(ZoneBox::box)
                .toList());
        for (String rail : plans.rails()) {
            Box box = new Box(main.x(), below + metrics.zoneGap(), main.width(), MapMetrics.RAIL_HEIGHT);
            zones.add(new ZoneBox(rail, ZoneKind.RAIL, Tint.LEGACY, 0, box));
            below = box.bottom();
        }
        List<Box> all = new ArrayList<>();
        zones.forEach(zone -> all.add(zone.box()));
        world.forEach(node -> all.add(node.box()));
        Set<String> live = new HashSet<>(zonePlaces.keySet());
        request.remembered().zones().forEach((key, place) -> {
            if (!live.contains(key)) {
                zonePlaces.put(key, place);
            }
        });
        List<HostFrame> frames =
                new HostFrames(request.topology(), request.hosts()).around(zones, sections, cards.values());
        frames.forEach(frame -> all.add(frame.box()));
        return new MapGeometry(
                Box.around(all),
                MapGeometry.byKey(zones, ZoneBox::key),
                sections,
                MapGeometry.byKey(cards.values(), CardBox::service),
                grids,
                world,
                frames,
                LayoutPositions.of(zonePlaces, cardPlaces));
    }
}
