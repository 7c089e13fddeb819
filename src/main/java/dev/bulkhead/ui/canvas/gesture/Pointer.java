package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.Point;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import javafx.scene.input.MouseEvent;

/**
 * Pointer on the map: where it is, and which keys are held.
 *
 * @param x pixel of the map's node
 * @param y pixel of the map's node
 * @param at the same as a point of the map
 * @param control whether Ctrl (or Command) is held
 */
record Pointer(double x, double y, Point at, boolean control, boolean shift, boolean alt) {

    static Pointer of(MouseEvent event, MapSurface surface) {
        return of(
                event.getX(),
                event.getY(),
                surface,
                event.isShortcutDown() || event.isControlDown(),
                event.isShiftDown(),
                event.isAltDown());
    }

    static Pointer of(double x, double y, MapSurface surface, boolean control, boolean shift, boolean alt) {
        return new Pointer(x, y, surface.toMap(x, y), control, shift, alt);
    }
}
