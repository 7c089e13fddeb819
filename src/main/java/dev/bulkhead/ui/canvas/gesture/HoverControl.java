package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

/** Pointer resting on a card, whose ties are shown. */
final class HoverControl {

    private final MapSurface surface;

    HoverControl(MapSurface surface) {
        this.surface = surface;
    }

    void install() {
        Node node = surface.node();
        node.addEventHandler(MouseEvent.MOUSE_MOVED, event -> surface.hover(service(event)));
        node.addEventHandler(MouseEvent.MOUSE_EXITED, event -> surface.hover(Optional.empty()));
    }

    private Optional<String> service(MouseEvent event) {
        Optional<GraphElement> element = surface.elementAt(surface.toMap(event.getX(), event.getY()));
        return element.filter(ServiceElement.class::isInstance)
                .map(ServiceElement.class::cast)
                .map(ServiceElement::key);
    }
}
