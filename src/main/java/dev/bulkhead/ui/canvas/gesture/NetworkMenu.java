package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.ZonePlace;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Menu of a zone or rail. */
final class NetworkMenu {

    private static final int MOST_COLUMNS = 6;

    private final MapSurface surface;

    NetworkMenu(MapSurface surface) {
        this.surface = surface;
    }

    List<MenuItem> items(String key) {
        Network network = topology().network(key).orElse(null);
        if (ZoneKeys.isPseudo(key) || network == null) {
            return List.of();
        }
        List<MenuItem> items = new ArrayList<>();
        items.add(MapMenus.item("Rename…", () -> surface.actions().renameNetwork(key)));
        items.add(internalItem(network));
        items.add(editItem("Remove " + key, new TopologyEdit.RemoveNetwork(key)));
        items.add(new SeparatorMenuItem());
        items.add(MapMenus.item(
                "Select its members",
                () -> surface.model()
                        .select(topology().members(key).stream()
                                .map(Service::key)
                                .map(ServiceElement::new)
                                .collect(Collectors.<GraphElement>toSet()))));
        columns(key).ifPresent(items::add);
        items.add(new SeparatorMenuItem());
        items.add(MapMenus.item("Inspect", () -> surface.actions().openInspector(new NetworkElement(key))));
        items.add(MapMenus.item("Show in file", () -> surface.actions().openSource(new NetworkElement(key))));
        return items;
    }

    private MenuItem internalItem(Network network) {
        CheckMenuItem item = new CheckMenuItem("Internal: no way out");
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
        Menu menu = new Menu("Columns");
        for (int columns = 1; columns <= MOST_COLUMNS; columns++) {
            int wanted = columns;
            CheckMenuItem item = new CheckMenuItem(Integer.toString(columns));
            item.setSelected(place.columns() == columns);
            item.setOnAction(event -> {
                surface.model().placeZone(key, new ZonePlace(place.x(), place.y(), 0, 0, wanted, true));
                surface.actions().savePositions(surface.model().geometry().get().positions());
            });
            menu.getItems().add(item);
        }
        return Optional.of(menu);
    }

    private MenuItem editItem(String text, TopologyEdit edit) {
        MenuItem item = MapMenus.item(text, () -> surface.actions().apply(edit));
        try {
            edit.apply(topology());
        } catch (EditRejectedException rejected) {
            item.setText(text + " (it still has members)");
            item.setDisable(true);
        }
        return item;
    }

    private Topology topology() {
        return surface.model().topologyProperty().get();
    }
}
