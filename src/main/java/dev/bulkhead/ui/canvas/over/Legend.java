package dev.bulkhead.ui.canvas.over;

import dev.bulkhead.ui.canvas.card.Icons;
import dev.bulkhead.ui.canvas.model.Deviation;
import dev.bulkhead.ui.canvas.model.Deviations;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Legend of the map: what each mark means and how many there are; a line shows only those, all else is dimmed. */
public final class Legend extends VBox {

    private static final Set<Deviation> ALL = Set.copyOf(EnumSet.allOf(Deviation.class));

    private final SightViewModel sight;
    private final ToggleButton all = new ToggleButton(Words.of("legend.what-differs"));
    private final Map<Deviation, ToggleButton> rows = new EnumMap<>(Deviation.class);
    private final Map<Deviation, Label> counts = new EnumMap<>(Deviation.class);

    /** Makes the legend of a map, which is not seen yet. */
    public Legend(SightViewModel sight) {
        this.sight = sight;
        setId("map-legend");
        getStyleClass().add("bh-legend");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        // A click beside a line must not reach the map below.
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        sight.filterProperty().subscribe(filter -> light());
        setVisible(false);
        Nodes.whenFirstShown(this, this::fill);
    }

    private void fill() {
        Label title = new Label(Words.of("legend.what-the-marks-mean"));
        title.getStyleClass().add("bh-legend-title");
        getChildren().add(title);
        for (Deviation deviation : Deviation.values()) {
            getChildren().add(row(deviation));
        }
        getChildren()
                .addAll(
                        told(Icons.of("mdi2l-lock-outline", "bh-zone-lock"), Words.of("legend.internal-no-way-out")),
                        told(dot(), Words.of("legend.one-more-network-of-the")));
        all.setId("legend-all");
        all.getStyleClass().add("bh-legend-all");
        all.setMaxWidth(Double.MAX_VALUE);
        all.setOnAction(event -> filter(ALL));
        Label none = new Label(Words.of("legend.no-mark-runs-is-healthy"));
        none.getStyleClass().add("bh-legend-words");
        getChildren().addAll(none, all);
        light();
    }

    private ToggleButton row(Deviation deviation) {
        Label words = new Label(deviation.words());
        words.getStyleClass().add("bh-legend-words");
        Label count = new Label("0");
        count.getStyleClass().add("bh-legend-count");
        counts.put(deviation, count);
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        HBox line = new HBox(8, mark(deviation), words, room, count);
        line.setAlignment(Pos.CENTER_LEFT);
        ToggleButton row = new ToggleButton("", line);
        row.setId("legend-" + deviation.id());
        row.getStyleClass().add("bh-legend-row");
        // As wide as the legend is by its longest line: a width of its own would follow the one that follows it.
        row.setMinWidth(0);
        row.setPrefWidth(0);
        row.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(row.widthProperty().subtract(12));
        row.setOnAction(event -> filter(Set.of(deviation)));
        rows.put(deviation, row);
        return row;
    }

    private static Node mark(Deviation deviation) {
        StackPane mark = new StackPane();
        mark.getStyleClass().addAll("bh-legend-mark", "bh-mark-" + deviation.id());
        switch (deviation) {
            case RULE -> mark.getChildren().add(Icons.of("mdi2g-gavel", "bh-rule-icon"));
            case PROBLEM -> mark.getChildren().add(Icons.of("mdi2a-alert", "bh-problem", "bh-warning"));
            case PENDING -> {
                Region flag = new Region();
                flag.getStyleClass().add("bh-card-flag");
                flag.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
                mark.getChildren().add(flag);
            }
            case NOT_RUNNING, UNHEALTHY, DIFFERS -> {}
        }
        return mark;
    }

    private static Node dot() {
        Region dot = new Region();
        dot.getStyleClass().addAll("bh-membership-dot", "bh-tier-frontend");
        dot.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return dot;
    }

    private static HBox told(Node sign, String text) {
        StackPane mark = new StackPane(sign);
        mark.getStyleClass().add("bh-legend-mark");
        Label words = new Label(text);
        words.getStyleClass().add("bh-legend-words");
        HBox line = new HBox(8, mark, words);
        line.getStyleClass().add("bh-legend-told");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Shows what deviates in these ways alone; asked for the same again, everything. */
    private void filter(Set<Deviation> ways) {
        sight.mark(ways);
        light();
    }

    private void light() {
        Set<Deviation> now = sight.filterProperty().get().marks();
        all.setSelected(now.equals(ALL));
        rows.forEach((deviation, row) -> row.setSelected(now.equals(Set.of(deviation))));
    }

    /** Counts what deviates. */
    public void show(Deviations found) {
        counts.forEach((deviation, label) -> {
            int count = found.count(deviation);
            label.setText(Integer.toString(count));
            ToggleButton row = rows.get(deviation);
            if (row != null) {
                row.setAccessibleText(Words.of("legend.shows-only-these", deviation.words(), count));
            }
        });
    }

    /** Opens or closes it; closed, nothing is dimmed by a mark. */
    public void toggle() {
        setVisible(!isVisible());
        if (!isVisible()) {
            sight.filterProperty().set(sight.filterProperty().get().withMarks(Set.of()));
        }
    }

    /** Takes the keys of the legend: L opens and closes it, D shows only what differs. */
    public void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case L -> toggle();
            case D -> {
                setVisible(true);
                filter(ALL);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
