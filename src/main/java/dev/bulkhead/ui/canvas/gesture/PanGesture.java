package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.ui.canvas.surface.MapSurface;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;

/** Gesture that moves the map, wherever it begins: with the middle button, or with the space bar held. */
final class PanGesture implements Gesture {

    private final MapSurface surface;
    private double x;
    private double y;

    PanGesture(MapSurface surface) {
        this.surface = surface;
    }

    @Override
    public boolean begins(Press press) {
        boolean begins =
                press.button() == MouseButton.MIDDLE || (press.button() == MouseButton.PRIMARY && press.space());
        if (begins) {
            x = press.pointer().x();
            y = press.pointer().y();
            surface.node().setCursor(Cursor.CLOSED_HAND);
        }
        return begins;
    }

    @Override
    public boolean pansAtEdge() {
        return false;
    }

    @Override
    public void drag(Pointer pointer) {
        surface.panBy(pointer.x() - x, pointer.y() - y);
        x = pointer.x();
        y = pointer.y();
    }

    @Override
    public void drop(Pointer pointer) {
        surface.node().setCursor(Cursor.DEFAULT);
    }

    @Override
    public void cancel() {
        surface.node().setCursor(Cursor.DEFAULT);
    }
}
