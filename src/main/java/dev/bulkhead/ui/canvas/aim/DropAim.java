package dev.bulkhead.ui.canvas.aim;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.GridBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** What a drop at a point is meant for: a zone, and a cell of it. */
public final class DropAim {

    private DropAim() {}

    /**
     * Cell of a zone.
     *
     * @param box where it is
     */
    public record CellAim(CardPlace place, Box box) {}

    /** Returns the zone at a point; where there is none, the nearest within a distance that takes what is dropped. */
    public static Optional<ZoneBox> zone(MapGeometry geometry, Point at, double within, Predicate<ZoneBox> takes) {
        return geometry.zoneAt(at.x(), at.y())
                .or(() -> geometry.zones().values().stream()
                        .filter(zone -> distance(zone.box(), at) <= within)
                        .filter(takes)
                        .min(Comparator.comparingDouble(zone -> distance(zone.box(), at))));
    }

    /** Returns the cell of a zone that is nearest to a point; a row below the last card is there, more are not. */
    public static Optional<CellAim> cell(MapGeometry geometry, String zone, Point at) {
        return geometry.grids().stream()
                .filter(grid -> grid.zone().equals(zone))
                .min(Comparator.comparingDouble(grid -> distance(grid.area(), at)))
                .map(grid -> {
                    CardPlace near = grid.placeAt(at.x(), at.y());
                    int row = Math.min(near.row(), rows(geometry, grid));
                    CardPlace place = new CardPlace(near.zone(), near.section(), near.column(), row, true);
                    return new CellAim(place, grid.box(place));
                });
    }

    private static int rows(MapGeometry geometry, GridBox grid) {
        return geometry.positions().cards().values().stream()
                        .filter(place -> place.zone().equals(grid.zone())
                                && place.section().equals(grid.section()))
                        .mapToInt(CardPlace::row)
                        .max()
                        .orElse(-1)
                + 1;
    }

    /** Returns how far a point is from a rectangle; 0 inside. */
    static double distance(Box box, Point at) {
        return Math.hypot(
                at.x() - Math.clamp(at.x(), box.x(), box.right()), at.y() - Math.clamp(at.y(), box.y(), box.bottom()));
    }
}
