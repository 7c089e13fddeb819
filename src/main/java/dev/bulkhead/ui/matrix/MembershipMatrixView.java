package dev.bulkhead.ui.matrix;

import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.model.MembershipChange;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Table of services by networks; a click, or the space bar, joins or leaves. */
public final class MembershipMatrixView extends BorderPane {

    private static final String USUAL_WORDS = "Click a square, or press the space bar on it, to join or leave.";

    private final MapViewModel model;
    private final CanvasActions actions;
    private final TableView<Service> table = new TableView<>();
    private final Label words = new Label(USUAL_WORDS);
    private List<String> shownNetworks = List.of();

    /** Shows a model; edits are asked of the actions. */
    public MembershipMatrixView(MapViewModel model, CanvasActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("bh-membership-matrix");
        getStylesheets().add(MapView.stylesheet());
        table.setId("membership-table");
        table.setAccessibleText("Services by networks");
        table.getStyleClass().add("bh-matrix-table");
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setPlaceholder(new Label("There is no service to show."));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        words.getStyleClass().add("bh-matrix-words");
        words.setWrapText(true);
        setCenter(table);
        setBottom(words);
        model.topologyProperty().subscribe(this::show);
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private void show(Topology topology) {
        List<String> networks = List.copyOf(topology.networks().keySet());
        if (!networks.equals(shownNetworks) || table.getColumns().isEmpty()) {
            shownNetworks = networks;
            List<TableColumn<Service, ?>> columns = new ArrayList<>();
            columns.add(serviceColumn());
            networks.forEach(network -> columns.add(networkColumn(network)));
            table.getColumns().setAll(columns);
        }
        table.getItems().setAll(topology.services().values());
    }

    private TableColumn<Service, String> serviceColumn() {
        TableColumn<Service, String> column = new TableColumn<>("Service");
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().key()));
        column.setPrefWidth(190);
        return column;
    }

    private TableColumn<Service, Service> networkColumn(String network) {
        TableColumn<Service, Service> column = new TableColumn<>();
        Tint tint = tint(network);
        column.setGraphic(header(network, tint));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(Math.max(104, network.length() * 8.2 + 44));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new MembershipCell(network, tint, this::toggle));
        column.setUserData(network);
        return column;
    }

    private static HBox header(String network, Tint tint) {
        Region dot = new Region();
        dot.getStyleClass().addAll("bh-membership-dot", tint.styleClass());
        Label name = new Label(network);
        HBox header = new HBox(6, dot, name);
        header.getStyleClass().add("bh-matrix-header");
        return header;
    }

    private Tint tint(String network) {
        MapGeometry geometry = model.geometry().get();
        ZoneBox zone = geometry.zones().get(network);
        return zone == null ? Tint.OUTSIDE : zone.tint();
    }

    private void key(KeyEvent event) {
        if (event.getCode() != KeyCode.SPACE && event.getCode() != KeyCode.ENTER) {
            return;
        }
        for (TablePosition<?, ?> cell : table.getSelectionModel().getSelectedCells()) {
            Service service = table.getItems().get(cell.getRow());
            if (cell.getTableColumn() != null && cell.getTableColumn().getUserData() instanceof String network) {
                toggle(service, network);
                event.consume();
                return;
            }
        }
    }

    private void toggle(Service service, String network) {
        switch (MembershipChange.toggle(model.topologyProperty().get(), service.key(), network)) {
            case MembershipChange.Possible(var edit) -> {
                words.setText(USUAL_WORDS);
                actions.apply(edit);
            }
            case MembershipChange.Impossible(String reason) -> words.setText(reason);
        }
    }

    private void selected(@Nullable Service service) {
        if (service != null) {
            model.select(new ServiceElement(service.key()));
        }
    }
}
