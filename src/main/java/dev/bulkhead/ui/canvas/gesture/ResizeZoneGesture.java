package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.MapMetrics;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.topology.Element;
import dev.bulkhead.ui.canvas.aim.GestureFigures;
import dev.bulkhead.ui.canvas.aim.Snap;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/**
 * Gesture that gives a selected zone another size, by its lower right corner: as many cards stand side by side as have room, and
 * it is never smaller than they need.
 */
final class ResizeZoneGesture implements Gesture {

    private final MapSurface surface;
    private @Nullable ZoneBox zone;
    private Point start = new Point(0, 0);

    ResizeZoneGesture(MapSurface surface) {
        this.surface = surface;
    }

    /** Returns the selected zone whose corner is at a point of the map, near enough to be taken hold of. */
    static Optional<ZoneBox> at(MapSurface surface, Point at) {
        double within = GestureFigures.TARGET / 2 / surface.scale();
        return surface.geometry().zones().values().stream()
                .filter(zone -> zone.kind() == ZoneKind.NETWORK
                        && surface.model().selection().contains(Element.network(zone.key()))
                        && Math.abs(zone.box().right() - at.x()) <= within
                        && Math.abs(zone.box().bottom() - at.y()) <= within)
                .findFirst();
    }

    @Override
    public boolean begins(Press press) {
        boolean plain = press.button() == MouseButton.PRIMARY
                && !press.space()
                && !press.pointer().shift();
        zone = plain ? at(surface, press.at()).orElse(null) : null;
        start = press.at();
        if (zone != null) {
            surface.node().setCursor(Cursor.SE_RESIZE);
        }
        return zone != null;
    }

    @Override
    public void drag(Pointer pointer) {
        if (zone != null) {
            Snap snap = target(zone, pointer);
            surface.feedback().clear();
            surface.feedback().outline(needed(zone, snap.box()));
            surface.feedback().guides(snap.guides());
        }
    }

    @Override
    public void drop(Pointer pointer) {
        if (zone != null) {
            ZoneBox resized = zone;
            Box box = target(resized, pointer).box();
            ZonePlace place = ZonePlace.of(box, columns(box), true);
            surface.actions()
                    .place(
                            Words.of("resizezonegesture.resize-on-the-map", resized.key()),
                            () -> surface.model().placeZone(resized.key(), place));
        }
        cancel();
    }

    @Override
    public void cancel() {
        surface.feedback().clear();
        surface.node().setCursor(Cursor.DEFAULT);
        zone = null;
    }

    /** The size that the hand asks for, its edges drawn to those of other zones; with Alt wherever the hand is. */
    private Snap target(ZoneBox resized, Pointer pointer) {
        Box before = resized.box();
        MapMetrics metrics = metrics();
        double least = metrics.gridWidth(1) + 2 * metrics.padding();
        Box free = new Box(
                before.x(),
                before.y(),
                Math.max(least, onGrid(before.width() + pointer.at().x() - start.x())),
                Math.max(
                        metrics.header() + metrics.gridHeight(1) + metrics.padding(),
                        onGrid(before.height() + pointer.at().y() - start.y())));
        if (pointer.alt()) {
            return new Snap(free, List.of());
        }
        List<Box> others = surface.geometry().zones().values().stream()
                .filter(other -> !other.key().equals(resized.key()))
                .map(ZoneBox::box)
                .toList();
        return Snap.corner(free, others, GestureFigures.SNAPS_WITHIN / surface.scale());
    }

    /** What it will take at least, so that the outline is where the zone comes to stand. */
    private Box needed(ZoneBox resized, Box wanted) {
        MapMetrics metrics = metrics();
        long cards = surface.geometry().cards().values().stream()
                .filter(card -> card.zone().equals(resized.key()))
                .count();
        int rows = (int) Math.max(1, Math.ceilDiv(cards, columns(wanted)));
        return new Box(
                wanted.x(),
                wanted.y(),
                wanted.width(),
                Math.max(wanted.height(), metrics.header() + metrics.gridHeight(rows) + metrics.padding()));
    }

    private int columns(Box box) {
        MapMetrics metrics = metrics();
        double pitch = metrics.gridWidth(2) - metrics.gridWidth(1);
        return (int) Math.max(1, Math.floor((box.width() - 2 * metrics.padding() + metrics.cardGap() + 0.5) / pitch));
    }

    private MapMetrics metrics() {
        return MapMetrics.forNames(
                surface.model().topologyProperty().get().services().keySet());
    }

    private static double onGrid(double length) {
        return Math.rint(length / GestureFigures.GRID) * GestureFigures.GRID;
    }
}
