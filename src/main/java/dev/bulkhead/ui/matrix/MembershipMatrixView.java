package dev.bulkhead.ui.matrix;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Table of services by networks; a click, or the space bar, joins or leaves, and dragging paints. The names of networks stay
 * where they are when it is scrolled down, those of services when it is scrolled sideways.
 */
public final class MembershipMatrixView extends BorderPane {

    private static final String USUAL_WORDS = Words.of("membershipmatrixview.click-a-square-or-press");

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass BEGINS = PseudoClass.getPseudoClass("group-begins");

    private final MapViewModel model;
    private final CanvasActions actions;
    private final TableView<MembershipTable.Row> table = new TableView<>();
    private final Label words = new Label(USUAL_WORDS);
    private final ToggleButton grouped = new ToggleButton(Words.of("membershipmatrixview.group-by-tier"));
    private final HandBrush brush = new HandBrush();
    private final StickyColumn names = new StickyColumn(table);
    private List<MembershipTable.Column> shownColumns = List.of();
    private final List<HBox> headers = new ArrayList<>();

    /** Shows a model; edits are asked of the actions. */
    public MembershipMatrixView(MapViewModel model, CanvasActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("bh-membership-matrix");
        getStylesheets().add(MapView.stylesheet());
        table.setId("membership-table");
        table.setAccessibleText(Words.of("membershipmatrixview.services-by-networks"));
        table.getStyleClass().add("bh-matrix-table");
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setPlaceholder(new Label(Words.of("membershipmatrixview.there-is-no-service-to")));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setRowFactory(view -> new MembershipRow());
        words.getStyleClass().add("bh-matrix-words");
        words.setWrapText(true);
        grouped.setId("membership-grouped");
        grouped.getStyleClass().add("small");
        grouped.setMinWidth(Region.USE_PREF_SIZE);
        grouped.selectedProperty().addListener((property, old, now) -> show());
        HBox head = Nodes.row("bh-view-header", words, Nodes.spring(), grouped);
        setTop(head);
        setCenter(table);
        model.topologyProperty().subscribe(topology -> show());
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        model.selection().addListener((SetChangeListener<GraphElement>) change -> choose());
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private void show() {
        MembershipTable shown = MembershipTable.of(model.topologyProperty().get(), this::tint, grouped.isSelected());
        if (!shown.columns().equals(shownColumns) || table.getColumns().isEmpty()) {
            shownColumns = shown.columns();
            headers.clear();
            List<TableColumn<MembershipTable.Row, ?>> columns = new ArrayList<>();
            columns.add(serviceColumn());
            shownColumns.forEach(network -> columns.add(networkColumn(network)));
            table.getColumns().setAll(columns);
        }
        table.getItems().setAll(shown.rows());
        choose();
    }

    private TableColumn<MembershipTable.Row, MembershipTable.Row> serviceColumn() {
        TableColumn<MembershipTable.Row, MembershipTable.Row> column =
                new TableColumn<>(Words.of("membershipmatrixview.service"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new NameCell());
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(210);
        return column;
    }

    private TableColumn<MembershipTable.Row, MembershipTable.Row> networkColumn(MembershipTable.Column network) {
        TableColumn<MembershipTable.Row, MembershipTable.Row> column = new TableColumn<>();
        column.setGraphic(header(network));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(Math.max(112, network.network().length() * 8.2 + 70));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new MembershipCell(network, brush));
        column.setUserData(network.network());
        return column;
    }

    private HBox header(MembershipTable.Column network) {
        Region dot = new Region();
        dot.getStyleClass().addAll("bh-membership-dot", network.tint().styleClass());
        Label name = Nodes.label(network.network());
        Label count = Nodes.label(String.valueOf(network.members()), "bh-matrix-count");
        count.setAccessibleText(Words.count("member", network.members()));
        VBox words = new VBox(name);
        words.setAlignment(Pos.CENTER_LEFT);
        if (!network.group().isEmpty()) {
            words.getChildren().addFirst(Nodes.label(network.group(), "bh-matrix-group"));
        }
        HBox header = new HBox(6, dot, words, count);
        header.getStyleClass().add("bh-matrix-header");
        header.setUserData(network.network());
        header.setOnMouseClicked(event -> model.select(Element.network(network.network())));
        headers.add(header);
        return header;
    }

    private Tint tint(String network) {
        ZoneBox zone = model.geometry().get().zones().get(network);
        return zone == null ? Tint.OUTSIDE : zone.tint();
    }

    /** Shows what is selected, wherever that was done. */
    private void choose() {
        headers.forEach(header -> header.pseudoClassStateChanged(
                CHOSEN, model.selection().contains(Element.network(String.valueOf(header.getUserData())))));
        table.refresh();
    }

    private void key(KeyEvent event) {
        if (event.getCode() != KeyCode.SPACE && event.getCode() != KeyCode.ENTER) {
            return;
        }
        for (TablePosition<?, ?> cell : table.getSelectionModel().getSelectedCells()) {
            if (cell.getTableColumn() != null && cell.getTableColumn().getUserData() instanceof String network) {
                String service = table.getItems().get(cell.getRow()).service().key();
                brush.press(new Painting.Square(service, network));
                brush.release();
                event.consume();
                return;
            }
        }
    }

    private void selected(MembershipTable.@Nullable Row row) {
        if (row != null && brush.painting.isEmpty()) {
            model.select(Element.service(row.service().key()));
        }
    }

    /** The brush in the operator's hand. */
    private final class HandBrush implements MembershipCell.Brush {

        private Optional<Painting> painting = Optional.empty();

        @Override
        public void press(Painting.Square square) {
            painting = Optional.of(new Painting(model.topologyProperty().get(), square));
            tell();
        }

        @Override
        public void over(Painting.Square square) {
            painting.ifPresent(hand -> {
                hand.over(square);
                tell();
            });
        }

        @Override
        public void release() {
            Optional<Painting> done = painting;
            painting = Optional.empty();
            done.flatMap(Painting::edit).ifPresent(actions::apply);
        }

        @Override
        public Optional<Boolean> painted(Painting.Square square) {
            return painting.filter(hand -> hand.has(square)).map(Painting::joining);
        }

        private void tell() {
            words.setText(painting.flatMap(Painting::refused).orElse(USUAL_WORDS));
            table.refresh();
        }
    }

    private final class MembershipRow extends TableRow<MembershipTable.Row> {
        @Override
        protected void updateItem(MembershipTable.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean chosen = false;
            boolean begins = false;
            if (row != null && !empty) {
                chosen =
                        model.selection().contains(Element.service(row.service().key()));
                begins = row.begins();
            }
            pseudoClassStateChanged(CHOSEN, chosen);
            pseudoClassStateChanged(BEGINS, begins);
        }
    }

    private final class NameCell extends TableCell<MembershipTable.Row, MembershipTable.Row> {
        NameCell() {
            getStyleClass().add("bh-matrix-sticky");
            names.hold(this);
        }

        @Override
        protected void updateItem(MembershipTable.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            Label name = Nodes.label(row.service().key());
            Label group = Nodes.label(row.group(), "bh-matrix-group");
            Label count = Nodes.label(String.valueOf(row.networks()), "bh-matrix-count");
            count.setMinWidth(Region.USE_PREF_SIZE);
            VBox words = new VBox(name);
            words.setAlignment(Pos.CENTER_LEFT);
            if (!row.group().isEmpty()) {
                words.getChildren().add(group);
            }
            setGraphic(Nodes.row("bh-matrix-name", words, Nodes.spring(), count));
            setAccessibleText(Words.of(
                    "membershipmatrixview.is-on", row.service().key(), Words.count("network", row.networks())));
        }
    }
}
