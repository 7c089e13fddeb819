package dev.bulkhead.ui.canvas;

import dev.bulkhead.check.Finding;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.ui.canvas.card.Enlarged;
import dev.bulkhead.ui.canvas.card.Icons;
import dev.bulkhead.ui.canvas.card.Legibility;
import dev.bulkhead.ui.canvas.model.RuleBreaches;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;

/** Layer of the broken rules: how many each zone has, and a line between two selected services that break some. */
final class RuleLayer extends Region {

    /** Size of a pill as drawn, in pixels, and how far its middle is from the corner it belongs to. */
    private static final double WIDTH = 38;

    private static final double INSET = 28;
    /** Its middle stands a little above the edge, so that it covers nothing that is written below. */
    private static final double RISE = 5;
    /** How much higher it stands the smaller the map is, in pixels. */
    private static final double HIGHER = 13;

    private final BiConsumer<String, List<Finding>> open;
    private RuleBreaches breaches = RuleBreaches.NONE;
    private MapGeometry geometry = MapGeometry.EMPTY;
    private Legibility legibility = Legibility.FULL;

    /** Makes a layer without any; what a pill counts is opened with a title. */
    RuleLayer(BiConsumer<String, List<Finding>> open) {
        this.open = open;
        setManaged(false);
        setPickOnBounds(false);
    }

    void take(MapGeometry next) {
        geometry = next;
    }

    void show(RuleBreaches found, Legibility read) {
        if (found.equals(breaches) && read.equals(legibility) && !getChildren().isEmpty()) {
            return;
        }
        breaches = found;
        legibility = read;
        getChildren().clear();
        found.pair().ifPresent(this::line);
        found.byZone().forEach((key, findings) -> {
            ZoneBox zone = geometry.zones().get(key);
            if (zone != null) {
                pill("rules-" + key, zone.box(), Words.of("rulelayer.on", ZoneKeys.title(key)), findings);
            }
        });
    }

    private void line(RuleBreaches.Pair pair) {
        CardBox one = geometry.cards().get(pair.one());
        CardBox other = geometry.cards().get(pair.other());
        if (one == null || other == null) {
            return;
        }
        Path line = new Path();
        line.setId("broken-rule");
        line.getStyleClass().addAll("bh-light-edge", "bh-breach");
        line.getElements().addAll(Bow.between(one.box(), other.box()).elements());
        line.setMouseTransparent(true);
        line.setAccessibleText(Words.of(
                "rulelayer.and",
                pair.one(),
                pair.other(),
                RuleBreaches.words(pair.findings().size())));
        getChildren().add(line);
        String between = Words.of("rulelayer.between-and", pair.one(), pair.other());
        pill("rules-of-" + pair.one(), one.box(), between, pair.findings());
        pill("rules-of-" + pair.other(), other.box(), between, pair.findings());
    }

    private void pill(String id, Box box, String where, List<Finding> findings) {
        Button pill = new Button(Integer.toString(findings.size()), Icons.of("mdi2g-gavel", "bh-rule-icon"));
        pill.setId(id);
        pill.getStyleClass().setAll("button", "bh-rule-pill");
        pill.setManaged(false);
        String words = RuleBreaches.words(findings.size()) + " " + where;
        pill.setAccessibleText(Words.of("rulelayer.opens-the-problems", words));
        pill.setTooltip(new Tooltip(words + ":\n"
                + String.join("\n", findings.stream().map(Finding::message).toList())));
        pill.setOnAction(event -> open.accept(Words.of("rulelayer.rules-that-break", where), findings));
        // What happens on it must not reach the map below.
        pill.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        getChildren().add(pill);
        pill.applyCss();
        double factor = 1 / legibility.zoom();
        Enlarged.left(
                pill,
                factor,
                box.right() - (INSET + WIDTH / 2) * factor,
                box.y() - rise() * factor,
                WIDTH * 2 * factor);
    }

    /** On a small map the subnet stands right below the edge: there it stands higher. */
    private double rise() {
        return RISE + HIGHER * Math.max(0, 1 - legibility.zoom());
    }
}
