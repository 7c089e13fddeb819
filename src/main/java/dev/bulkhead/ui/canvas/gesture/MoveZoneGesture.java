package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.topology.Element.NetworkElement;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** Gesture that puts a zone elsewhere, by its title. */
final class MoveZoneGesture implements Gesture {

    static final double TITLE = 44;
    private static final double GRID = 8;

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
            surface.feedback().outline(target(zone, pointer.at()));
        }
    }

    @Override
    public void drop(Pointer pointer) {
        if (zone != null) {
            Box box = target(zone, pointer.at());
            surface.model()
                    .placeZone(
                            zone.key(),
                            new ZonePlace(box.x(), box.y(), box.width(), box.height(), zone.columns(), true));
            surface.actions().savePositions(surface.model().geometry().get().positions());
        }
        cancel();
    }

    @Override
    public void cancel() {
        surface.feedback().clear();
        surface.node().setCursor(Cursor.DEFAULT);
        zone = null;
    }

    private Box target(ZoneBox moved, Point to) {
        double x = Math.rint((moved.box().x() + to.x() - start.x()) / GRID) * GRID;
        double y = Math.rint((moved.box().y() + to.y() - start.y()) / GRID) * GRID;
        return new Box(x, y, moved.box().width(), moved.box().height());
    }
}
