package dev.bulkhead.ui.canvas.gesture;

import java.util.List;

/** Installer of all gestures on a map. */
public final class MapGestures {

    private MapGestures() {}

    /** Installs the gestures; the first that fits the start of a drag gets it. */
    public static void install(MapSurface surface) {
        MapMenus menus = new MapMenus(surface);
        ClickControl clicks = new ClickControl(surface);
        List<Gesture> gestures = List.of(
                new PanGesture(surface),
                new CardDragGesture(surface),
                new TieEndGesture(surface),
                new MoveZoneGesture(surface),
                new RubberBandGesture(surface));
        new DragControl(surface, gestures, clicks::click).install();
        new ZoomControl(surface).install();
        new HoverControl(surface).install();
        new KeyControl(surface, menus).install();
        menus.install();
    }
}
