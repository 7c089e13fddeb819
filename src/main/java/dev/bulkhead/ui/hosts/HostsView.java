package dev.bulkhead.ui.hosts;

import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.time.ZoneId;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** List of the hosts that are watched: who answers, what of the project runs where, and what else. */
public final class HostsView extends TableView<HostRow> {

    private final EngineViewModel engine;
    private final ProjectViewModel project;
    private final ZoneId zone;

    /** Shows the hosts of an engine; times are told in the given zone. */
    public HostsView(EngineViewModel engine, ProjectViewModel project, ZoneId zone) {
        this.engine = engine;
        this.project = project;
        this.zone = zone;
        setId("hosts");
        getStyleClass().addAll("bh-plain-table", "dense");
        setAccessibleText(Words.of("hostsview.hosts"));
        TableColumn<HostRow, String> host = column(Words.of("hostsview.host"), 150, HostRow::host);
        host.setCellFactory(column -> new HostCell());
        getColumns().add(host);
        getColumns().add(column(Words.of("hostsview.state"), 260, HostRow::state));
        getColumns().add(column(Words.of("hostsview.engine"), 260, HostRow::engine));
        getColumns().add(column(Words.of("hostsview.services-of-this-project"), 320, HostRow::services));
        getColumns().add(column(Words.of("hostsview.open-to-the-lan"), 180, HostRow::open));
        getColumns().add(column(Words.of("hostsview.other-projects"), 200, HostRow::others));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        setPlaceholder(Nodes.label(Words.of("hostsview.one-engine-is-watched-name"), "bh-empty-words"));
        engine.hostsProperty().subscribe(seen -> render());
        project.topologyProperty().addListener((property, old, now) -> render());
    }

    private void render() {
        getItems()
                .setAll(HostRow.of(
                        engine.hostsProperty().get(), project.topologyProperty().get(), zone));
    }

    private static TableColumn<HostRow, String> column(String title, double width, Function<HostRow, String> value) {
        TableColumn<HostRow, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
        column.setCellFactory(shown -> new WholeCell());
        return column;
    }

    /** Cell that says in its tooltip what it has no room for. */
    private static final class WholeCell extends TableCell<HostRow, String> {

        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            boolean none = empty || words == null || words.isEmpty();
            setText(none ? "" : words);
            setTooltip(none ? null : new Tooltip(words));
        }
    }

    /** Name of a host, with a mark of whether it answers. */
    private static final class HostCell extends TableCell<HostRow, String> {

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            HostRow row = empty ? null : getTableRow().getItem();
            setText(row == null ? "" : row.host());
            setGraphic(row == null ? null : Nodes.dot(row.answers() ? "bh-healthy" : "bh-unhealthy"));
        }
    }
}
