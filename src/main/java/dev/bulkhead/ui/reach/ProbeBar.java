package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.Subject;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Menu of what the running engine can be asked of a reach matrix, with how far that is and what stops it. */
final class ProbeBar extends HBox {

    private final ReachViewModel model;
    private final LiveProbe probe;
    private final MenuButton menu = new MenuButton(Words.of("probebar.probe-now"));

    ProbeBar(ReachViewModel model) {
        this.model = model;
        this.probe = model.live();
        getStyleClass().add("bh-probe-bar");
        setAlignment(Pos.CENTER_LEFT);
        menu.setId("reach-probe");
        menu.getStyleClass().add("small");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setTooltip(new Tooltip(Words.of("probebar.asks-the-running-engine-by")));
        menu.setOnShowing(event -> menu.getItems().setAll(items()));
        // A menu without an item is never shown.
        menu.getItems().setAll(items());
        ProgressBar bar = new ProgressBar();
        bar.setId("reach-probe-progress");
        bar.setPrefWidth(90);
        bar.progressProperty().bind(probe.doneProperty());
        Label words = Nodes.label("", "bh-muted");
        words.setId("reach-probe-words");
        words.textProperty().bind(probe.toldProperty());
        words.setMinWidth(104);
        words.setMaxWidth(260);
        Tooltip all = new Tooltip();
        all.textProperty().bind(probe.toldProperty());
        words.setTooltip(all);
        Button stop = new Button("", Glyph.CLOSE.icon());
        stop.setId("reach-probe-stop");
        stop.getStyleClass().addAll("button-icon", "flat", "small");
        stop.setTooltip(new Tooltip(Words.of("probebar.ask-no-more")));
        stop.setAccessibleText(Words.of("probebar.ask-no-more"));
        stop.setOnAction(event -> probe.stop());
        probe.doneProperty().subscribe(value -> {
            Nodes.present(bar, probe.isAsking());
            Nodes.present(stop, probe.isAsking());
        });
        probe.toldProperty().subscribe(now -> Nodes.present(words, !now.isEmpty()));
        getChildren().setAll(words, bar, stop, menu);
    }

    private List<MenuItem> items() {
        ReachTable table = model.tableProperty().get();
        List<MenuItem> items = new ArrayList<>();
        Optional<ReachPair> chosen = model.pairProperty().get();
        chosen.ifPresent(pair -> {
            String from = pair.from().text();
            String to = pair.to().text();
            items.add(item("reach-probe-pair", from + " → " + to, List.of(pair)));
            items.add(item("reach-probe-row", Words.of("probebar.whom-reaches", from), row(table, pair.from())));
            items.add(item("reach-probe-column", Words.of("probebar.who-reaches", to), column(table, pair.to())));
        });
        List<Subject> selected = model.selectedServices();
        if (!selected.isEmpty()) {
            items.add(item(
                    "reach-probe-selected",
                    Words.of("probebar.whom-the-selected-services-reach", Words.count("row", selected.size())),
                    selected.stream().flatMap(from -> row(table, from).stream()).toList()));
        }
        if (items.isEmpty()) {
            MenuItem none = new MenuItem(Words.of("probebar.choose-a-cell-or-select"));
            none.setDisable(true);
            items.add(none);
        }
        if (!probe.answersProperty().get().told().isEmpty()) {
            MenuItem forget = new MenuItem(Words.of("probebar.forget-what-was-observed"));
            forget.setId("reach-probe-forget");
            forget.setOnAction(event -> probe.forget());
            items.addAll(List.of(new SeparatorMenuItem(), forget));
        }
        return items;
    }

    private MenuItem item(String id, String words, List<ReachPair> pairs) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.probe(pairs));
        return item;
    }

    private static List<ReachPair> row(ReachTable table, Subject from) {
        return table.index(from)
                .map(row -> others(table, row)
                        .mapToObj(column -> table.pair(row, column))
                        .toList())
                .orElse(List.of());
    }

    private static List<ReachPair> column(ReachTable table, Subject to) {
        return table.index(to)
                .map(column -> others(table, column)
                        .mapToObj(row -> table.pair(row, column))
                        .toList())
                .orElse(List.of());
    }

    private static IntStream others(ReachTable table, int one) {
        return IntStream.range(0, table.size()).filter(other -> other != one);
    }
}
