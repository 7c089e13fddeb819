package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

/** Pointer resting on a card, whose ties are shown, or on the corner of a zone, which can be dragged. */
final class HoverControl {

    private final MapSurface surface;

    HoverControl(MapSurface surface) {
        this.surface = surface;
    }

    void install() {
        Node node = surface.node();
        node.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            surface.hover(service(event));
            corner(event);
        });
        node.addEventHandler(MouseEvent.MOUSE_EXITED, event -> surface.hover(Optional.empty()));
    }

    /** The cursor says where a zone can be taken hold of by its corner; a gesture that is under way has its own. */
    private void corner(MouseEvent event) {
        Cursor now = surface.node().getCursor();
        if (now == null || now.equals(Cursor.DEFAULT) || now.equals(Cursor.SE_RESIZE)) {
            boolean held = ResizeZoneGesture.at(surface, surface.toMap(event.getX(), event.getY()))
                    .isPresent();
            surface.node().setCursor(held ? Cursor.SE_RESIZE : Cursor.DEFAULT);
        }
    }

    private Optional<String> service(MouseEvent event) {
        Optional<GraphElement> element = surface.elementAt(surface.toMap(event.getX(), event.getY()));
        return element.filter(ServiceElement.class::isInstance)
                .map(ServiceElement.class::cast)
                .map(ServiceElement::key);
    }
}
