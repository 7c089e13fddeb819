package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.ui.canvas.aim.GestureFigures;
import dev.bulkhead.ui.canvas.aim.Snap;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** Gesture that puts a zone elsewhere, by its title. */
final class MoveZoneGesture implements Gesture {

    static final double TITLE = 44;

    private final MapSurface surface;
    private @Nullable ZoneBox zone;
    private Point start = new Point(0, 0);

    MoveZoneGesture(MapSurface surface) {
        this.surface = surface;
    }

    @Override
    public boolean begins(Press press) {
        zone = press.button() == MouseButton.PRIMARY
                        && !press.pointer().shift()
                        && !press.space()
                        && press.element().orElse(null) instanceof NetworkElement(String network)
                ? surface.geometry().zones().get(network)
                : null;
        start = press.at();
        boolean begins = zone != null
                && zone.kind() == ZoneKind.NETWORK
                && start.y() <= zone.box().y() + TITLE;
        if (begins) {
            surface.node().setCursor(Cursor.MOVE);
        }
        return begins;
    }

    @Override
    public void drag(Pointer pointer) {
        if (zone != null) {
            Snap snap = target(zone, pointer);
            surface.feedback().clear();
            surface.feedback().outline(snap.box());
            surface.feedback().guides(snap.guides());
        }
    }

    @Override
    public void drop(Pointer pointer) {
        if (zone != null) {
            ZoneBox moved = zone;
            Box box = target(moved, pointer).box();
            ZonePlace place = new ZonePlace(box.x(), box.y(), box.width(), box.height(), moved.columns(), true);
            surface.actions()
                    .place(
                            Words.of("movezonegesture.move-on-the-map", moved.key()),
                            () -> surface.model().placeZone(moved.key(), place));
        }
        cancel();
    }

    @Override
    public void cancel() {
        surface.feedback().clear();
        surface.node().setCursor(Cursor.DEFAULT);
        zone = null;
    }

    /** Where it comes to stand: drawn to the zones around it, with Alt wherever the hand puts it. */
    private Snap target(ZoneBox moved, Pointer pointer) {
        double x = moved.box().x() + pointer.at().x() - start.x();
        double y = moved.box().y() + pointer.at().y() - start.y();
        Box free = new Box(
                Math.rint(x / GestureFigures.GRID) * GestureFigures.GRID,
                Math.rint(y / GestureFigures.GRID) * GestureFigures.GRID,
                moved.box().width(),
                moved.box().height());
        if (pointer.alt()) {
            return new Snap(free, List.of());
        }
        List<Box> others = surface.geometry().zones().values().stream()
                .filter(zone -> !zone.key().equals(moved.key()))
                .map(ZoneBox::box)
                .toList();
        return Snap.of(free, others, GestureFigures.SNAPS_WITHIN / surface.scale());
    }
}
