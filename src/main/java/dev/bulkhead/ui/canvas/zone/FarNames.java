package dev.bulkhead.ui.canvas.zone;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.ui.canvas.card.Detail;
import dev.bulkhead.ui.canvas.card.Enlarged;
import dev.bulkhead.ui.canvas.card.Legibility;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;

/** Names of zones over their cards, from so far that these are plain blocks; those that have no room are left out. */
public final class FarNames extends Region {

    /** What a name needs, in pixels: a line, and a few letters. */
    private static final double LINE = 16;

    private static final double LETTERS = 34;
    /** Size that the style sheet gives to a name. */
    private static final double USUAL = 12;

    private Legibility shown = Legibility.FULL;
    private List<ZoneBox> zones = List.of();

    /** Makes names that show nothing yet. */
    public FarNames() {
        setManaged(false);
        setPickOnBounds(false);
        setMouseTransparent(true);
    }

    /** Names zones, where nothing else does. */
    public void show(SequencedMap<String, ZoneBox> all, UnaryOperator<String> titles, Legibility read) {
        List<ZoneBox> wanted = read.detail() == Detail.FAR
                ? all.values().stream().filter(zone -> fits(zone.box(), read)).toList()
                : List.of();
        if (wanted.equals(zones) && (wanted.isEmpty() || read.equals(shown))) {
            return;
        }
        zones = wanted;
        shown = read;
        List<Label> labels = new ArrayList<>();
        for (ZoneBox zone : zones) {
            Label name = new Label(titles.apply(zone.key()));
            name.getStyleClass().addAll("bh-zone-far-name", zone.tint().styleClass());
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setCache(true);
            // Else the next layout would give it the room that it would like, over its neighbours.
            name.setManaged(false);
            labels.add(name);
        }
        getChildren().setAll(labels);
        applyCss();
        double factor = 1 / read.zoom() * Math.max(1, Legibility.LEAST / USUAL);
        for (int i = 0; i < labels.size(); i++) {
            Box box = zones.get(i).box();
            Label name = labels.get(i);
            double room = box.width() - 4 / read.zoom();
            double width = Math.min(name.prefWidth(-1) * factor, room);
            Enlarged.left(
                    name, factor, box.center().x() - width / 2, box.center().y(), room);
        }
    }

    private static boolean fits(Box box, Legibility read) {
        return box.width() * read.zoom() >= LETTERS && box.height() * read.zoom() >= LINE;
    }
}
