package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.Point;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.key.KeyControl;
import dev.bulkhead.ui.canvas.menu.MapMenus;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Installer of all gestures on a map. */
public final class MapGestures {

    private MapGestures() {}

    /** Installs the gestures; the first that fits the start of a drag gets it. */
    public static void install(MapSurface surface) {
        ClickControl clicks = new ClickControl(surface);
        List<Gesture> gestures = List.of(
                new PanGesture(surface),
                new ResizeZoneGesture(surface),
                new CardDragGesture(surface),
                new TieEndGesture(surface),
                new MoveZoneGesture(surface),
                new RubberBandGesture(surface));
        DragControl drags = new DragControl(surface, gestures, clicks::click);
        drags.install();
        Consumer<GraphElement> carry = element -> middle(surface, element).ifPresent(at -> drags.carry(element, at));
        MapMenus menus = new MapMenus(surface, carry);
        new ZoomControl(surface).install();
        new HoverControl(surface).install();
        new KeyControl(surface, menus, carry).install();
        menus.install();
    }

    /** Where an element is taken hold of. */
    private static Optional<Point> middle(MapSurface surface, GraphElement element) {
        return switch (element) {
            case Element.ServiceElement(String key) ->
                Optional.ofNullable(surface.geometry().cards().get(key))
                        .map(card -> card.box().center());
            case Element.NetworkElement(String key) ->
                Optional.ofNullable(surface.geometry().zones().get(key))
                        .map(zone ->
                                new Point(zone.box().center().x(), zone.box().y() + MoveZoneGesture.TITLE / 2));
            case Element.MembershipElement(String service, String network) ->
                surface.tie(service, network).map(tie -> tie.points().getLast());
        };
    }
}
