package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.explain.Explanation;
import dev.bulkhead.reach.explain.OpenQuestion;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.reach.ReachPainter.Cell;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** View of who reaches whom, as a matrix with its legend; the chosen cell is explained in the inspector. */
public final class ReachView extends BorderPane {

    private static final List<ReachKind> LEGEND =
            List.of(ReachKind.OPEN, ReachKind.PORTS, ReachKind.PROXY, ReachKind.UNKNOWN, ReachKind.BLOCKED);

    private final ReachViewModel model;
    private final ReachGrid grid;
    private final Label counts = Nodes.label("", "bh-muted");
    private final Label words = Nodes.label("", "bh-reach-words");
    private final Label grounds = Nodes.label("", "bh-grounds");
    private final Label observed = Nodes.label("", "bh-reach-observed");
    private final List<Node> observedKey = new ArrayList<>();

    /**
     * Shows a model.
     *
     * @param demands takes rules that the operator makes of cells
     */
    public ReachView(ReachViewModel model, RuleDemands demands) {
        this.model = model;
        this.grid = new ReachGrid(pair -> model.pairProperty().set(Optional.of(pair)), model::select, demands);
        setId("reach-view");
        getStyleClass().add("bh-reach-view");
        getStylesheets().add(MapView.stylesheet());
        Label title = Nodes.label(Words.of("reachview.who-reaches-whom"), "bh-view-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = Nodes.row(
                "bh-view-header",
                title,
                counts,
                Nodes.spring(),
                button(
                        "reach-smaller",
                        Glyph.ZOOM_OUT,
                        Words.of("reachview.smaller-cells"),
                        () -> grid.zoomBy(1 / 1.25)),
                button(
                        "reach-larger",
                        Glyph.ZOOM_IN,
                        Words.of("reachview.larger-cells-ctrl-wheel"),
                        () -> grid.zoomBy(1.25)),
                button("reach-fit", Glyph.FIT, Words.of("reachview.show-everything"), grid::fit));
        head.setAlignment(Pos.CENTER_LEFT);
        ToggleButton compare = new ToggleButton(Words.of("reachview.compare-with-now"), Glyph.COMPARE.icon());
        compare.setId("reach-compare");
        compare.getStyleClass().add("small");
        compare.setMinWidth(Region.USE_PREF_SIZE);
        compare.setTooltip(new Tooltip(Words.of("reachview.keeps-who-reaches-whom-now")));
        compare.selectedProperty().addListener((property, old, now) -> {
            compare.setText(now ? Words.of("reachview.compared-with-before") : Words.of("reachview.compare-with-now"));
            model.compare(now);
        });
        head.getChildren().add(head.getChildren().size() - 3, compare);
        setTop(head);
        setCenter(grid);
        words.setMinWidth(0);
        ProbeBar probing = new ProbeBar(model);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox first = Nodes.row("bh-reach-first", words, probing);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox answer = Nodes.column("bh-reach-answer", first, grounds, observed);
        setBottom(Nodes.column("bh-reach-foot", answer, legend()));
        model.tableProperty().subscribe(table -> show(table));
        model.sinceProperty()
                .addListener((property, old, now) -> show(model.tableProperty().get()));
        model.pairProperty().subscribe(pair -> {
            grid.showChosen(pair);
            say();
        });
        grid.hoveredProperty().addListener((property, old, now) -> say());
        model.groundsProperty().addListener((property, old, now) -> say());
        model.onSelection(() -> grid.showSelected(model.selectedServices()));
        model.live().answersProperty().subscribe(now -> {
            grid.show(now);
            observedKey.forEach(entry -> Nodes.present(entry, !now.told().isEmpty()));
            say();
        });
    }

    @Override
    public void requestFocus() {
        grid.requestFocus();
    }

    private void show(ReachTable table) {
        grid.show(table, model.sinceProperty().get());
        grid.showChosen(model.pairProperty().get());
        grid.showSelected(model.selectedServices());
        int pairs = table.size() * Math.max(0, table.size() - 1);
        counts.setText(Words.of("reachview.of-pairs-are-reachable", table.reachable(), pairs)
                + table.breaches()
                + model.sinceProperty().get().words());
        say();
    }

    /** One line for the cell under the pointer, else for the chosen one. */
    private void say() {
        ReachTable table = model.tableProperty().get();
        Cell cell = grid.hoveredProperty().get();
        Optional<ReachPair> pair = cell.row() >= 0 && cell.column() >= 0
                ? Optional.of(table.pair(cell.row(), cell.column()))
                : model.pairProperty().get();
        Optional<Explanation> explained = pair.flatMap(table::explain);
        String since = model.sinceProperty()
                .get()
                .at(cell.row(), cell.column())
                .map(change -> change == ReachSince.Change.OPENED
                        ? Words.of("reachview.opened-since") + " "
                        : Words.of("reachview.closed-since") + " ")
                .orElse("");
        words.setText(explained
                .map(Explanation::verdict)
                .map(verdict -> since + verdict)
                .orElse(Words.of("reachview.rows-reach-columns-point-at")));
        if (explained.isPresent()) {
            model.wonder();
        }
        // The line is there also when it is empty: the matrix does not move under the pointer.
        String below = explained
                .flatMap(Explanation::question)
                .map(OpenQuestion::line)
                .or(() -> pair.map(asked ->
                        String.join("  ·  ", model.groundsProperty().get().of(asked))))
                .filter(line -> !line.isEmpty())
                .orElseGet(() -> explained.isPresent() ? "" : table.assumed());
        grounds.setText(below);
        grounds.setTooltip(below.isEmpty() ? null : new Tooltip(below));
        String live = pair.flatMap(model::observed).orElse("");
        observed.setText(live);
        observed.setTooltip(live.isEmpty() ? null : new Tooltip(live));
        Nodes.present(observed, !model.live().answersProperty().get().told().isEmpty());
    }

    private Node legend() {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("bh-reach-legend");
        for (ReachKind kind : LEGEND) {
            legend.getChildren().add(entry(sign(kind), kind.styleClass(), kind.words()));
        }
        legend.getChildren().add(entry("╱", ReachKind.OPEN.styleClass(), Words.of("reachview.by-address-only-not-by")));
        legend.getChildren().add(entry("", "bh-reach-broken-square", Words.of("reachview.breaks-a-rule-of-bulkhead")));
        for (ProbeAnswers.Fit fit : ProbeAnswers.Fit.values()) {
            Node entry = entry(ReachPainter.sign(fit), ReachKind.BLOCKED.styleClass(), words(fit));
            Nodes.present(entry, false);
            observedKey.add(entry);
            legend.getChildren().add(entry);
        }
        return legend;
    }

    private static String words(ProbeAnswers.Fit fit) {
        return switch (fit) {
            case AGREES -> Words.of("reachview.observed-as-foretold");
            case DIFFERS -> Words.of("reachview.observed-otherwise");
            case SETTLES -> Words.of("reachview.observed-nothing-was-foretold");
            case OPEN -> Words.of("reachview.could-not-be-observed");
        };
    }

    private static String sign(ReachKind kind) {
        return switch (kind) {
            case PORTS -> "●";
            case PROXY -> "○";
            case UNKNOWN -> "?";
            case BLOCKED -> "–";
            case SELF, OPEN -> "";
        };
    }

    private static HBox entry(String sign, String style, String words) {
        Region square = new Region();
        square.getStyleClass().addAll("bh-reach-square", style);
        HBox entry = Nodes.row(
                "bh-reach-entry",
                new StackPane(square, Nodes.label(sign, "bh-reach-sign")),
                Nodes.label(words, "bh-muted"));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    private static Button button(String id, Glyph glyph, String words, Runnable action) {
        Button button = new Button("", glyph.icon());
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(event -> action.run());
        return button;
    }
}
