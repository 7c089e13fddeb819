package dev.bulkhead.ui.matrix;

import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.model.PortBadge.Audience;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** Table of every published port, and who can reach it. */
public final class PortsTableView extends BorderPane {

    private final MapViewModel model;
    private final CanvasActions actions;
    private final TableView<PublishedPort> table = new TableView<>();
    private final Label words = new Label();

    /** Shows a model; edits are asked of the actions. */
    public PortsTableView(MapViewModel model, CanvasActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("bh-ports-table");
        getStylesheets().add(MapView.stylesheet());
        table.setId("ports-table");
        table.setAccessibleText(Words.of("portstableview.published-ports"));
        table.getStyleClass().add("bh-matrix-table");
        table.setPlaceholder(new Label(Words.of("portstableview.no-service-publishes-a-port")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        column(Words.of("portstableview.service"), PublishedPort::service, 180),
                        column(Words.of("portstableview.host-address"), PublishedPort::address, 150),
                        column(Words.of("portstableview.host-port"), PublishedPort::published, 110),
                        column(Words.of("portstableview.in-the-container"), PublishedPort::target, 130),
                        column(Words.of("portstableview.reachable-by"), PublishedPort::audience, 260)));
        table.setContextMenu(menu());
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        words.getStyleClass().add("bh-matrix-words");
        setCenter(table);
        setBottom(words);
        model.topologyProperty().subscribe(topology -> show(PublishedPort.all(topology)));
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private void show(List<PublishedPort> ports) {
        table.getItems().setAll(ports);
        table.sort();
        long open = ports.stream()
                .filter(row -> Audience.of(row.port()) != Audience.HOST_ONLY)
                .count();
        words.setText(Words.of("portstableview.published-of-them-reachable-from", ports.size(), open));
    }

    private static TableColumn<PublishedPort, String> column(
            String title, Function<PublishedPort, String> value, double width) {
        TableColumn<PublishedPort, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private ContextMenu menu() {
        MenuItem unpublish = new MenuItem(Words.of("portstableview.unpublish"));
        unpublish.setOnAction(event -> {
            PublishedPort row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                actions.apply(new TopologyEdit.Unpublish(row.service(), row.port()));
            }
        });
        MenuItem source = new MenuItem(Words.of("portstableview.show-in-file"));
        source.setOnAction(event -> {
            PublishedPort row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                actions.openSource(new ServiceElement(row.service()));
            }
        });
        return new ContextMenu(unpublish, source);
    }

    private void selected(@Nullable PublishedPort row) {
        if (row != null) {
            model.select(new ServiceElement(row.service()));
        }
    }

    /** Row of the ports table. */
    private record PublishedPort(String service, PortMapping port) {

        static List<PublishedPort> all(Topology topology) {
            return topology.services().values().stream()
                    .flatMap(PublishedPort::of)
                    .toList();
        }

        private static Stream<PublishedPort> of(Service service) {
            return service.ports().stream().map(port -> new PublishedPort(service.key(), port));
        }

        String address() {
            return port.hostIp().filter(ip -> !ip.isEmpty()).orElse(Words.of("portstableview.all-addresses"));
        }

        String published() {
            return port.published().orElse(Words.of("portstableview.chosen-by-the-engine"));
        }

        String target() {
            return port.target() + "/" + port.protocol().text();
        }

        String audience() {
            return Audience.of(port).words();
        }
    }
}
