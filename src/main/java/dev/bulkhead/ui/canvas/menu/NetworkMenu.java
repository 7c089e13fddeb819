package dev.bulkhead.ui.canvas.menu;

import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Menu of a zone or rail. */
final class NetworkMenu {

    private static final int MOST_COLUMNS = 6;

    private final MapSurface surface;
    private final Consumer<GraphElement> carry;

    NetworkMenu(MapSurface surface, Consumer<GraphElement> carry) {
        this.surface = surface;
        this.carry = carry;
    }

    List<MenuItem> items(String key) {
        Network network = topology().network(key).orElse(null);
        if (ZoneKeys.isPseudo(key) || network == null) {
            return List.of();
        }
        List<MenuItem> items = new ArrayList<>();
        items.add(MapMenus.item(
                Words.of("networkmenu.new-service"),
                () -> surface.actions().elements().newServiceOn(key, Optional.empty())));
        items.add(internalItem(network));
        items.add(new SeparatorMenuItem());
        items.addAll(MapMenus.wholes(surface, new NetworkElement(key)));
        items.add(new SeparatorMenuItem());
        items.add(MapMenus.item(
                Words.of("networkmenu.select-its-members"),
                () -> surface.model()
                        .select(topology().members(key).stream()
                                .map(Service::key)
                                .map(ServiceElement::new)
                                .collect(Collectors.<GraphElement>toSet()))));
        items.add(MapMenus.neighbours(surface, new NetworkElement(key)));
        if (isZone(key)) {
            items.add(MapMenus.item(
                    Words.of("networkmenu.carry-elsewhere-on-the-map"), () -> carry.accept(new NetworkElement(key))));
        }
        if (isZone(key)) {
            items.add(MapMenus.item(
                    surface.model().folded().contains(key)
                            ? Words.of("networkmenu.unfold")
                            : Words.of("networkmenu.fold-to-its-title"),
                    () -> surface.fold(key)));
        }
        columns(key).ifPresent(items::add);
        items.add(new SeparatorMenuItem());
        items.add(MapMenus.item(
                Words.of("networkmenu.inspect"), () -> surface.actions().openInspector(new NetworkElement(key))));
        items.add(MapMenus.item(
                Words.of("networkmenu.show-in-file"), () -> surface.actions().openSource(new NetworkElement(key))));
        return items;
    }

    private boolean isZone(String key) {
        ZoneBox zone = surface.geometry().zones().get(key);
        return zone != null && zone.kind() == ZoneKind.NETWORK;
    }

    private MenuItem internalItem(Network network) {
        CheckMenuItem item = new CheckMenuItem(Words.of("networkmenu.internal-no-way-out"));
        item.setSelected(network.internal());
        item.setDisable(network.external());
        item.setOnAction(
                event -> surface.actions().apply(new TopologyEdit.SetInternal(network.key(), !network.internal())));
        return item;
    }

    private Optional<MenuItem> columns(String key) {
        ZonePlace place = surface.geometry().positions().zones().get(key);
        if (place == null) {
            return Optional.empty();
        }
        Menu menu = new Menu(Words.of("networkmenu.columns"));
        for (int columns = 1; columns <= MOST_COLUMNS; columns++) {
            int wanted = columns;
            CheckMenuItem item = new CheckMenuItem(Integer.toString(columns));
            item.setSelected(place.columns() == columns);
            item.setOnAction(event -> surface.actions()
                    .place(
                            Words.of("networkmenu.columns-of", key),
                            () -> surface.model()
                                    .placeZone(key, new ZonePlace(place.x(), place.y(), 0, 0, wanted, true))));
            menu.getItems().add(item);
        }
        return Optional.of(menu);
    }

    private Topology topology() {
        return surface.model().topologyProperty().get();
    }
}
