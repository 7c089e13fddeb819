package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.layout.zone.CardGroups;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.binding.ObjectBinding;

/**
 * Geometry of what a model shows. It keeps what it placed, so that the next edit moves nothing else; only another shape of
 * the room arranges anew, and only what nobody placed by hand.
 */
@SuppressWarnings("ReferenceEquality")
final class GeometryBinding extends ObjectBinding<MapGeometry> {

    /** With more services than this an arrangement is not tried in several shapes. */
    private static final int TRIED = 150;

    private static final double[] NEARBY = {0.8, 1, 1.25};

    private final MapViewModel model;
    private LayoutPositions given = LayoutPositions.EMPTY;
    private LayoutPositions placed = LayoutPositions.EMPTY;
    private double shaped;
    /** The hosts that had something of the project when it was arranged: one more has a place of its own. */
    private List<String> framed = List.of();

    private double aspect = LayoutRequest.USUAL_ASPECT;
    /** The colours that networks had, so that one more network changes none of them. */
    private final Map<String, Tint> coloured = new TreeMap<>();
    /** The last arrangement of the usual shape: a window asks for it before it knows its room, and then again. */
    private Optional<Arranged> usual = Optional.empty();

    private record Arranged(LayoutRequest request, MapGeometry geometry) {}

    GeometryBinding(MapViewModel model) {
        this.model = model;
        bind(
                model.topologyProperty(),
                model.engineOnlyProperty(),
                model.positionsProperty(),
                model.arrangementProperty(),
                model.hintsProperty(),
                model.sourcesProperty(),
                model.shapeProperty(),
                model.columnsProperty(),
                model.folded(),
                model.tints());
    }

    void forgetColours() {
        coloured.clear();
    }

    @Override
    protected MapGeometry computeValue() {
        // Compared by identity: setting equal positions again means to start from them again.
        if (given != model.positionsProperty().get()) {
            given = model.positionsProperty().get();
            placed = given;
        }
        if (shaped != model.shapeProperty().get()) {
            shaped = model.shapeProperty().get();
            placed = byHand(given) ? placed : LayoutPositions.EMPTY;
        }
        if (!framed.equals(model.columnsProperty().get().order())) {
            framed = model.columnsProperty().get().order();
            placed = byHand(given) ? placed : LayoutPositions.EMPTY;
        }
        Map<String, Tint> known = new TreeMap<>(coloured);
        known.putAll(model.tints());
        EngineOnly beside = model.engineOnlyProperty().get();
        EngineOnly alone = beside.withOthersOn(network -> false);
        LayoutRequest request = request(known, alone).remembering(placed);
        MapGeometry result = placed.zones().isEmpty() ? anew(request) : ZoneLayout.compute(request);
        if (!beside.others().isEmpty()) {
            // Others make no zone of a network on which nobody of the project is at home.
            Map<String, ZoneBox> zones = result.zones();
            EngineOnly shown = beside.withOthersOn(
                    network -> zones.containsKey(network) && zones.get(network).kind() == ZoneKind.NETWORK);
            result = ZoneLayout.compute(request(known, shown).remembering(result.positions()));
        }
        placed = result.positions();
        coloured.putAll(tints(result));
        return result.folding(model.folded());
    }

    private static boolean byHand(LayoutPositions positions) {
        return positions.zones().values().stream().anyMatch(ZonePlace::manual)
                || positions.cards().values().stream().anyMatch(CardPlace::manual);
    }

    private MapGeometry anew(LayoutRequest request) {
        return shaped > 0 ? shapedFor(request) : usual(request);
    }

    private MapGeometry usual(LayoutRequest request) {
        LayoutRequest aimed = request.aiming(LayoutRequest.USUAL_ASPECT);
        MapGeometry found = usual.filter(last -> last.request().equals(aimed))
                .map(Arranged::geometry)
                .orElseGet(() -> ZoneLayout.compute(aimed));
        // Asked again it comes with the colours that it gave.
        usual = Optional.of(new Arranged(aimed.tinted(tints(found)), found));
        return found;
    }

    private static Map<String, Tint> tints(MapGeometry geometry) {
        return geometry.zones().values().stream()
                .filter(zone -> zone.kind() == ZoneKind.NETWORK)
                .collect(Collectors.toMap(ZoneBox::key, ZoneBox::tint));
    }

    /** Arranges so that the whole is seen as large as can be in a room of the wanted shape. */
    private MapGeometry shapedFor(LayoutRequest request) {
        MapGeometry best = usual(request);
        aspect = LayoutRequest.USUAL_ASPECT;
        if (best.zones().isEmpty()) {
            return best;
        }
        double wanted = zonesAspect(best);
        boolean few = request.topology().services().size() <= TRIED;
        for (double nearby : few ? NEARBY : new double[] {1}) {
            MapGeometry other = ZoneLayout.compute(request.aiming(wanted * nearby));
            if (size(other) > size(best) * 1.02) {
                best = other;
                aspect = wanted * nearby;
            }
        }
        return best;
    }

    /** Returns how large a map is seen in a room of the wanted shape and one unit high. */
    private double size(MapGeometry geometry) {
        Box bounds = geometry.bounds();
        return Math.min(shaped / bounds.width(), 1 / bounds.height());
    }

    /** Returns the aspect of the zones, beside the column of the outside world, with which all has the shape of the room. */
    private double zonesAspect(MapGeometry geometry) {
        Box zones = Box.around(geometry.zones().values().stream()
                .filter(zone -> zone.kind() == ZoneKind.NETWORK)
                .map(ZoneBox::box)
                .toList());
        double area = Math.max(1, zones.width() * zones.height());
        double outside = Math.max(0, geometry.bounds().width() - zones.width());
        double width = (Math.sqrt(outside * outside + 4 * shaped * area) - outside) / 2;
        return Math.clamp(width * width / area, 0.3, 6);
    }

    private LayoutRequest request(Map<String, Tint> known, EngineOnly beside) {
        Map<String, Tint> homes = new TreeMap<>();
        Topology shown = beside.placedBeside(model.topologyProperty().get());
        for (Service service : shown.services().values()) {
            model.hintsProperty().get().of(service).tint().ifPresent(tint -> homes.put(service.key(), tint));
        }
        return new LayoutRequest(
                shown,
                known,
                homes,
                CardGroups.of(shown, homes, model.sourcesProperty().get(), placed),
                model.positionsProperty().get(),
                model.arrangementProperty().get(),
                aspect,
                model.columnsProperty().get());
    }
}
