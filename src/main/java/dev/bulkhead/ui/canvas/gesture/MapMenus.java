package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;

/** Menus of the map, for what is under the pointer or has the focus. */
final class MapMenus {

    private final MapSurface surface;
    private final ServiceMenu services;
    private final NetworkMenu networks;
    private final ContextMenu menu = new ContextMenu();

    MapMenus(MapSurface surface) {
        this.surface = surface;
        this.services = new ServiceMenu(surface);
        this.networks = new NetworkMenu(surface);
        menu.setId("map-menu");
    }

    void install() {
        surface.node().addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            Optional<GraphElement> element = event.isKeyboardTrigger()
                    ? surface.focusedCard().map(ServiceElement::new)
                    : surface.elementAt(surface.toMap(event.getX(), event.getY()));
            show(element, event);
            event.consume();
        });
        surface.node().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
    }

    /** Shows the networks that a service can be attached to, below its card. */
    void showAttach(String service, Node anchor) {
        List<MenuItem> items = services.attachItems(service);
        if (!items.isEmpty()) {
            menu.getItems().setAll(items);
            menu.show(anchor, Side.BOTTOM, 0, 4);
        }
    }

    private void show(Optional<GraphElement> element, ContextMenuEvent event) {
        element.filter(e -> !surface.model().selection().contains(e))
                .ifPresent(e -> surface.model().select(Set.of(e)));
        List<MenuItem> items = element.map(e -> switch (e) {
                    case ServiceElement(String service) -> services.items(service);
                    case NetworkElement(String network) -> networks.items(network);
                    case MembershipElement(String service, String network) -> services.tieItems(service, network);
                })
                .orElseGet(this::background);
        menu.getItems().setAll(items);
        menu.show(surface.node(), event.getScreenX(), event.getScreenY());
    }

    private List<MenuItem> background() {
        return List.of(
                item("New network…", () -> surface.actions().newNetwork()),
                new SeparatorMenuItem(),
                item("Show everything", surface::fit),
                item("Arrange automatically", () -> {
                    surface.model().arrange();
                    surface.fit();
                    surface.actions()
                            .savePositions(surface.model().geometry().get().positions());
                }),
                item("Arrange everything, also what was placed by hand", () -> {
                    surface.model().arrangeAll();
                    surface.fit();
                    surface.actions()
                            .savePositions(surface.model().geometry().get().positions());
                }));
    }

    static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
