package dev.bulkhead.ui.lanes;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.Lights;
import dev.bulkhead.ui.canvas.over.SightChip;
import dev.bulkhead.ui.lanes.LanesViewModel.Crossing;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.theme.Swatches;
import dev.bulkhead.ui.words.Words;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** View of a project as lanes, with its legend; what is selected is explained in the inspector. */
public final class LanesView extends BorderPane {

    private static final String HINT = Words.of("lanesview.click-a-crossing-to-join");

    private final LanesViewModel model;
    private final LanesGrid grid;
    private final Label words = Nodes.label(HINT, "bh-muted");
    private final FlowPane legend = new FlowPane();

    /** Shows a model, with the switch between the two pictures. */
    public LanesView(LanesViewModel model, PictureViewModel pictures, CanvasActions actions) {
        this.model = model;
        this.grid = new LanesGrid(model, new LaneMenu(model, actions), at -> {
            model.select(at);
            actions.openInspector(
                    at.service().isEmpty() ? Element.network(at.network()) : Element.service(at.service()));
        });
        setId("lanes-view");
        getStyleClass().add("bh-lanes-view");
        getStylesheets().add(MapView.stylesheet());
        Label note = Nodes.wrapped("", "bh-lanes-note");
        note.setId("lanes-note");
        note.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.focusProperty().get().equals(Crossing.NONE)
                                ? pictures.noteProperty().getValue()
                                : LaneFocus.words(model.focusProperty().get()),
                        model.focusProperty(),
                        pictures.noteProperty()));
        VBox corner = Nodes.column("bh-lanes-corner", new PictureSwitch(pictures, model.sight()), note);
        corner.setMaxSize(184, USE_PREF_SIZE);
        corner.setPickOnBounds(false);
        StackPane middle = new StackPane(grid, corner);
        StackPane.setAlignment(corner, Pos.TOP_LEFT);
        StackPane.setMargin(corner, new Insets(8, 0, 0, 8));
        middle.setMinSize(0, 0);
        setCenter(middle);
        words.setId("lanes-words");
        words.setTextOverrun(OverrunStyle.ELLIPSIS);
        words.setMinWidth(0);
        legend.getStyleClass().add("bh-reach-legend");
        setBottom(Nodes.column("bh-lanes-foot", new SightChip(model.sight()), legend, words));
        model.hoveredProperty().subscribe(at -> say());
        model.cursorProperty().subscribe(at -> say());
        model.carriedProperty().subscribe(carry -> say());
        model.map().lightsProperty().subscribe(lights -> say());
        model.tableProperty().subscribe(table -> {
            explain(table);
            say();
        });
    }

    @Override
    public void requestFocus() {
        grid.requestFocus();
    }

    /** Brings an element into sight and selects it. */
    public void reveal(GraphElement element) {
        model.map().select(element);
        show(element);
    }

    /** Brings what is selected into sight. */
    public void fitSelection() {
        model.map().selection().stream().findFirst().ifPresentOrElse(this::show, this::fit);
    }

    private void show(GraphElement element) {
        grid.reveal(
                switch (element) {
                    case Element.ServiceElement(String service) -> new Crossing("", service);
                    case Element.NetworkElement(String network) -> new Crossing(network, "");
                    case Element.MembershipElement(String service, String network) -> new Crossing(network, service);
                });
    }

    /** How large the lanes are shown; 1 is as small as can be read. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return grid.zoomProperty();
    }

    /** Enlarges or shrinks. */
    public void zoomBy(double factor) {
        grid.zoomBy(factor);
    }

    /** Shows as much as can be read. */
    public void fit() {
        grid.fit();
    }

    /** One line for what is under the pointer, else for the crossing that keys act on. */
    private void say() {
        Crossing pointed = model.hoveredProperty().get();
        String said = model.words(
                pointed.equals(Crossing.NONE) ? model.cursorProperty().get() : pointed);
        String lit = model.map().lightsProperty().get().map(Lights::words).orElse("");
        words.setText(pointed.equals(Crossing.NONE) && !lit.isEmpty() ? lit : said.isEmpty() ? HINT : said);
    }

    /** The legend names what is there, and nothing else. */
    private void explain(LaneTable table) {
        Set<LaneMark> there = new TreeSet<>();
        table.lanes().forEach(lane -> there.addAll(lane.marks().values()));
        legend.getChildren().clear();
        there.forEach(mark -> legend.getChildren().add(entry(mark.words(), signs -> mark(signs, mark))));
        if (table.lanes().stream().anyMatch(LaneTable.Lane::internal)) {
            legend.getChildren().add(entry(Words.of("lanesview.internal"), signs -> signs.lock(signs.ink(), 8, 8)));
        }
        legend.getChildren()
                .add(entry(Words.of("lanesview.has-a-way-out"), signs -> signs.globe(signs.accent(), 8, 8)));
        if (table.columns().stream().anyMatch(LaneTable.Column::alone)) {
            legend.getChildren().add(entry(Words.of("lanesview.no-network"), signs -> signs.none(signs.ink(), 8, 8)));
        }
        if (table.columns().stream().anyMatch(LaneTable.Column::onHost)) {
            legend.getChildren().add(entry(Words.of("lanesview.host-network"), signs -> signs.host(signs.ink(), 8, 8)));
        }
    }

    private static void mark(LaneSigns signs, LaneMark mark) {
        signs.mark(mark, signs.ink(), 8, 8, 9);
    }

    private static HBox entry(String words, java.util.function.Consumer<LaneSigns> sign) {
        Canvas canvas = new Canvas(16, 16);
        StackPane box = new StackPane();
        LaneSigns[] signs = new LaneSigns[1];
        Swatches swatches = new Swatches(LaneSigns.STYLES, () -> {
            canvas.getGraphicsContext2D().clearRect(0, 0, 16, 16);
            sign.accept(signs[0]);
        });
        signs[0] = new LaneSigns(canvas.getGraphicsContext2D(), swatches);
        box.getChildren().addAll(swatches, canvas);
        HBox entry = Nodes.row("bh-reach-entry", box, Nodes.label(words, "bh-muted"));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
