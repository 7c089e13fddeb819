package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.ui.canvas.aim.GestureFigures;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Zoom at the pointer with the wheel or two fingers; a touch pad's scroll with Shift moves the map sideways. */
final class ZoomControl {

    private final MapSurface surface;

    ZoomControl(MapSurface surface) {
        this.surface = surface;
    }

    void install() {
        Node node = surface.node();
        node.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        node.addEventHandler(ZoomEvent.ZOOM, event -> {
            surface.zoomAt(event.getX(), event.getY(), event.getZoomFactor());
            event.consume();
        });
    }

    private void scroll(ScrollEvent event) {
        if (event.isShiftDown()) {
            surface.panBy(event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX(), 0);
        } else if (event.getDeltaY() != 0 && !event.isInertia()) {
            surface.zoomAt(event.getX(), event.getY(), Math.pow(2, GestureFigures.ZOOM_A_PIXEL * event.getDeltaY()));
        }
        event.consume();
    }
}
