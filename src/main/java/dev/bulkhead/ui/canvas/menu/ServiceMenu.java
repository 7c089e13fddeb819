package dev.bulkhead.ui.canvas.menu;

import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Menus of cards and ties. */
final class ServiceMenu {

    private final MapSurface surface;
    private final Consumer<GraphElement> carry;

    ServiceMenu(MapSurface surface, Consumer<GraphElement> carry) {
        this.surface = surface;
        this.carry = carry;
    }

    /** Returns the menu of a card. */
    List<MenuItem> items(String key) {
        Service service = topology().service(key).orElse(null);
        if (service == null) {
            return List.of();
        }
        List<MenuItem> items = new ArrayList<>();
        items.add(MapMenus.item(
                Words.of("servicemenu.carry-to-a-network-m"), () -> carry.accept(new ServiceElement(key))));
        addMenu(items, Words.of("servicemenu.attach-to"), attachItems(key));
        addMenu(items, Words.of("servicemenu.detach-from"), detachItems(service));
        addMenu(items, Words.of("servicemenu.show-in"), homeItems(service));
        items.add(MapMenus.neighbours(surface, new ServiceElement(key)));
        items.add(new SeparatorMenuItem());
        items.addAll(MapMenus.wholes(surface, new ServiceElement(key)));
        items.add(new SeparatorMenuItem());
        items.add(MapMenus.item(
                Words.of("servicemenu.inspect"), () -> surface.actions().openInspector(new ServiceElement(key))));
        items.add(MapMenus.item(
                Words.of("servicemenu.show-in-file"), () -> surface.actions().openSource(new ServiceElement(key))));
        return items;
    }

    /** Returns one entry per network that a service is not on, disabled with the reason where it cannot join. */
    List<MenuItem> attachItems(String key) {
        List<MenuItem> items = new ArrayList<>();
        for (String network : topology().networks().keySet()) {
            if (topology().service(key).filter(s -> !s.joins(network)).isPresent()) {
                items.add(editItem(network, new TopologyEdit.Attach(key, network)));
            }
        }
        return items;
    }

    /** Returns the menu of a tie. */
    List<MenuItem> tieItems(String service, String network) {
        return List.of(
                MapMenus.item(
                        Words.of("servicemenu.carry-to-another-network"),
                        () -> carry.accept(new MembershipElement(service, network))),
                editItem(
                        Words.of("servicemenu.detach-from-2", service, network),
                        new TopologyEdit.Detach(service, network)),
                MapMenus.item(
                        Words.of("servicemenu.show-in-file"),
                        () -> surface.actions().openSource(new MembershipElement(service, network))));
    }

    private List<MenuItem> detachItems(Service service) {
        return service.attachments().stream()
                .map(Attachment::network)
                .map(network -> editItem(network, new TopologyEdit.Detach(service.key(), network)))
                .toList();
    }

    private List<MenuItem> homeItems(Service service) {
        return service.attachments().stream()
                .map(Attachment::network)
                .filter(network -> isZone(network) && !network.equals(home(service.key())))
                .map(network -> MapMenus.item(
                        network,
                        () -> surface.actions()
                                .place(
                                        Words.of("servicemenu.show-in-2", service.key(), network),
                                        () -> surface.model()
                                                .placeCard(service.key(), new CardPlace(network, "", -1, -1, true)))))
                .toList();
    }

    private boolean isZone(String network) {
        ZoneBox zone = surface.geometry().zones().get(network);
        return zone != null && zone.kind() == ZoneKind.NETWORK;
    }

    private String home(String service) {
        return Optional.ofNullable(surface.geometry().cards().get(service))
                .map(card -> card.zone())
                .orElse(ZoneKeys.NONE);
    }

    private MenuItem editItem(String text, TopologyEdit edit) {
        MenuItem item = MapMenus.item(text, () -> surface.actions().apply(edit));
        try {
            edit.apply(topology());
        } catch (EditRejectedException rejected) {
            item.setText(text + " (" + rejected.getMessage() + ")");
            item.setDisable(true);
        }
        return item;
    }

    private static void addMenu(List<MenuItem> items, String title, List<MenuItem> entries) {
        if (!entries.isEmpty()) {
            Menu menu = new Menu(title);
            menu.getItems().setAll(entries);
            items.add(menu);
        }
    }

    private Topology topology() {
        return surface.model().topologyProperty().get();
    }
}
