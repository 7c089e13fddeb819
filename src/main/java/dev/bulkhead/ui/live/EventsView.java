package dev.bulkhead.ui.live;

import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** List of what the engine told, newest first. */
public final class EventsView extends TableView<EventLine> {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** Shows the events of an engine; times are told in the given zone. */
    public EventsView(EngineViewModel engine, ZoneId zone) {
        super(engine.events());
        getStyleClass().addAll("bh-plain-table", "dense");
        setAccessibleText(Words.of("eventsview.engine-events"));
        getColumns()
                .add(column(
                        Words.of("eventsview.time"),
                        90,
                        line -> CLOCK.format(line.at().atZone(zone))));
        getColumns().add(column(Words.of("eventsview.kind"), 100, EventLine::kind));
        getColumns().add(column(Words.of("eventsview.what"), 220, EventLine::subject));
        getColumns().add(column(Words.of("eventsview.what-happened"), 700, EventLine::words));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        setPlaceholder(Nodes.label(Words.of("eventsview.no-event-has-come-yet"), "bh-empty-words"));
    }

    private static TableColumn<EventLine, String> column(
            String title, double width, Function<EventLine, String> value) {
        TableColumn<EventLine, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleStringProperty(value.apply(row.getValue())));
        return column;
    }
}
