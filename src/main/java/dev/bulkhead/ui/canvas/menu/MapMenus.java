package dev.bulkhead.ui.canvas.menu;

import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.ui.canvas.model.ElementActions;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;

/** Menus of the map, for what is under the pointer or has the focus. */
public final class MapMenus {

    private final MapSurface surface;
    private final ServiceMenu services;
    private final NetworkMenu networks;
    private final ContextMenu menu = new ContextMenu();

    /** Makes the menus of a map; what is to be carried by single clicks is handed on. */
    public MapMenus(MapSurface surface, Consumer<GraphElement> carry) {
        this.surface = surface;
        this.services = new ServiceMenu(surface, carry);
        this.networks = new NetworkMenu(surface, carry);
        menu.setId("map-menu");
    }

    /** Hears when a menu is asked for. */
    public void install() {
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
    public void showAttach(String service, Node anchor) {
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
                item(Words.of("mapmenus.new-network"), () -> surface.actions().newNetwork()),
                item(
                        Words.of("mapmenus.paste"),
                        () -> surface.actions().elements().paste()),
                new SeparatorMenuItem(),
                item(Words.of("mapmenus.show-everything"), surface::fit),
                item(Words.of("mapmenus.arrange-automatically"), () -> arrange(surface.model()::arrange)),
                item(
                        Words.of("mapmenus.arrange-everything-also-what-was"),
                        () -> arrange(surface.model()::arrangeAll)));
    }

    /** Shows an element alone, with its neighbours. */
    static MenuItem neighbours(MapSurface surface, GraphElement element) {
        return item(Words.of("mapmenus.its-neighbours-alone"), () -> {
            surface.model().select(element);
            surface.sight().clear();
            surface.sight().focus();
        });
    }

    private void arrange(Runnable how) {
        surface.actions().place(Words.of("mapmenus.arrange-the-map"), how);
        surface.fit();
    }

    /** Returns what can be done with services and networks as wholes: with all that are selected, of which this is one. */
    static List<MenuItem> wholes(MapSurface surface, GraphElement element) {
        ElementActions elements = surface.actions().elements();
        return List.of(
                item(Words.of("mapmenus.rename"), () -> elements.rename(element)),
                item(Words.of("mapmenus.cut"), elements::cut),
                item(Words.of("mapmenus.copy-as-yaml"), elements::copy),
                item(Words.of("mapmenus.duplicate"), elements::duplicate),
                item(
                        Words.of("mapmenus.remove"),
                        () -> elements.remove(Set.copyOf(surface.model().selection()))));
    }

    static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
