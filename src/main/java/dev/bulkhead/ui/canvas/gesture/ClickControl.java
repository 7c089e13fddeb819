package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.ui.canvas.aim.DropAim;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Clicks on the map: one selects, with Ctrl or Shift it adds; two open the inspector, on the ground they make a network and in a
 * zone a service.
 */
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
            twice(element, pointer.at());
        }
    }

    private void twice(Optional<GraphElement> element, Point at) {
        MapGeometry geometry = surface.geometry();
        if (element.orElse(null) instanceof NetworkElement(String folded)
                && surface.model().folded().contains(folded)) {
            surface.fold(folded);
        } else if (element.isEmpty() && geometry.zoneAt(at.x(), at.y()).isEmpty()) {
            surface.actions().elements().newNetworkAt(at);
        } else if (element.orElse(null) instanceof NetworkElement(String network) && inside(network, at)) {
            surface.actions()
                    .elements()
                    .newServiceOn(network, DropAim.cell(geometry, network, at).map(DropAim.CellAim::place));
        } else {
            element.ifPresent(surface.actions()::openInspector);
        }
    }

    /** Where cards stand: below the title, by which a zone is taken. */
    private boolean inside(String network, Point at) {
        ZoneBox zone = surface.geometry().zones().get(network);
        return zone != null
                && zone.kind() == ZoneKind.NETWORK
                && at.y() > zone.box().y() + MoveZoneGesture.TITLE;
    }

    private void toggle(GraphElement element) {
        Set<GraphElement> selection = new HashSet<>(surface.model().selection());
        if (!selection.remove(element)) {
            selection.add(element);
        }
        surface.model().select(selection);
    }
}
