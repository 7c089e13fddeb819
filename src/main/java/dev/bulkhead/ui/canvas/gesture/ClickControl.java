package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.ServiceElement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Clicks on the map: one selects, with Ctrl or Shift it adds, two open the inspector. */
final class ClickControl {

    private final MapSurface surface;

    ClickControl(MapSurface surface) {
        this.surface = surface;
    }

    void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Pointer pointer = Pointer.of(event, surface);
        Optional<GraphElement> element = surface.elementAt(pointer.at());
        element.filter(ServiceElement.class::isInstance)
                .map(ServiceElement.class::cast)
                .ifPresent(card -> surface.focusCard(card.key()));
        if (pointer.control() || pointer.shift()) {
            element.ifPresent(this::toggle);
            return;
        }
        surface.model().select(element.<Set<GraphElement>>map(Set::of).orElse(Set.of()));
        if (event.getClickCount() == 2) {
            element.ifPresent(surface.actions()::openInspector);
        }
    }

    private void toggle(GraphElement element) {
        Set<GraphElement> selection = new HashSet<>(surface.model().selection());
        if (!selection.remove(element)) {
            selection.add(element);
        }
        surface.model().select(selection);
    }
}
