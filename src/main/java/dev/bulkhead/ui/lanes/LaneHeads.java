package dev.bulkhead.ui.lanes;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.lanes.LaneTable.Column;
import dev.bulkhead.ui.lanes.LaneTable.Lane;
import dev.bulkhead.ui.theme.Swatches;
import dev.bulkhead.ui.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Painter of what stays when lanes are scrolled: names, tiers, ways out and host ports. */
final class LaneHeads {

    private static final double SLANT = -58;
    private static final double FOOT = 12;
    /** So many names are kept as they are written. */
    private static final int MOST_NAMES = 5_000;

    private static final Font PLAIN = Font.font("Inter", 12);
    private static final Font STRONG = Font.font("Inter Semi Bold", 12);
    private static final Font SMALL = Font.font("Inter Semi Bold", 11);

    private final GraphicsContext to;
    private final Swatches colours;
    private final LaneSigns signs;
    private final Text measure = new Text();
    private final Map<Name, String> shortened = new HashMap<>();

    /** A name as it is written somewhere. */
    private record Name(String words, Font font, int halves) {}

    LaneHeads(GraphicsContext to, Swatches colours, LaneSigns signs) {
        this.to = to;
        this.colours = colours;
        this.signs = signs;
    }

    void draw(LanesViewModel model, LanesViewport view, LaneLight light) {
        LaneTable table = model.tableProperty().get();
        to.save();
        to.beginPath();
        to.rect(0, view.top(), view.width(), view.height() - view.top());
        to.clip();
        tiers(table, view);
        for (int row = view.firstRow(); row < view.endRow(); row++) {
            Lane lane = table.lane(row);
            boolean lit = light.lanes().contains(lane.key());
            boolean pointed = model.hoveredProperty().get().network().equals(lane.key());
            name(lane, view, view.middleY(row), lit, pointed);
            ends(model, lane, view, view.middleY(row));
        }
        to.restore();
        to.setStroke(colours.of("bh-lane-hair"));
        to.setLineWidth(1);
        to.strokeLine(view.end() + 4.5, view.top() - 2, view.end() + 4.5, view.bottom());
        titles(view);
        columnTiers(table, view);
        for (int column = view.firstColumn(); column < view.endColumn(); column++) {
            double x = view.middleX(column);
            if (x >= view.left() && x <= view.end()) {
                columnName(model, table.column(column), view, x, light);
            }
        }
    }

    private void tiers(LaneTable table, LanesViewport view) {
        List<Integer> starts = table.laneTiers();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : table.rows();
            Tint tint = table.lane(starts.get(i)).tint();
            double y = Math.max(view.top(), view.y(starts.get(i)));
            double height =
                    Math.min(view.height(), view.y(end - 1) + view.rows().pitch()) - y;
            if (height <= 0) {
                continue;
            }
            to.setFill(colours.of(LaneSigns.band(tint)));
            to.fillRoundRect(6, y, view.left() - 4, height, 8, 8);
            to.setFill(colours.of(tint));
            to.fillRoundRect(6, y, 4, height, 4, 4);
            String title = title(tint);
            if (width(title, SMALL) + 6 < height) {
                to.save();
                to.translate(19, y + height / 2);
                to.rotate(-90);
                text(SMALL, colours.of(tint), TextAlignment.CENTER);
                to.fillText(title, 0, 0);
                to.restore();
            }
        }
    }

    /** Returns what a tier is called in a word. */
    static String title(Tint tint) {
        return switch (tint) {
            case DMZ -> Words.of("laneheads.ingress");
            case MGMT -> Words.of("laneheads.metrics");
            case DOWNLOAD -> Words.of("laneheads.downloads");
            case OUTSIDE -> Words.of("laneheads.other");
            case FRONTEND -> Words.of("laneheads.frontend");
            case BACKEND -> Words.of("laneheads.backend");
            case DATA -> Words.of("laneheads.data");
            case SECURITY -> Words.of("laneheads.security");
            case LEGACY -> Words.of("laneheads.legacy");
            case OTHER_1 -> Words.of("laneheads.other-of-its-kind", 1);
            case OTHER_2 -> Words.of("laneheads.other-of-its-kind", 2);
            case OTHER_3 -> Words.of("laneheads.other-of-its-kind", 3);
            case OTHER_4 -> Words.of("laneheads.other-of-its-kind", 4);
            case OTHER_5 -> Words.of("laneheads.other-of-its-kind", 5);
            case OTHER_6 -> Words.of("laneheads.other-of-its-kind", 6);
        };
    }

    private void name(Lane lane, LanesViewport view, double y, boolean lit, boolean pointed) {
        Paint ink = lane.engineOnly()
                ? colours.of("bh-lane-amber")
                : lit ? colours.of(lane.tint()) : colours.of(pointed ? "bh-lane-ink" : "bh-lane-quiet");
        if (lane.internal()) {
            signs.lock(lit ? colours.of(lane.tint()) : colours.of("bh-lane-quiet"), 36, y);
        }
        Font font = lit ? STRONG : PLAIN;
        text(font, ink, TextAlignment.LEFT);
        to.fillText(fitted(lane.key(), font, view.left() - 50 - 32), 48, y);
        text(font, ink, TextAlignment.RIGHT);
        to.fillText(String.valueOf(lane.members()), view.left() - 12, y);
    }

    private void ends(LanesViewModel model, Lane lane, LanesViewport view, double y) {
        double x = view.end();
        if (!lane.internal()) {
            signs.globe(colours.of("bh-lane-accent"), x + 18, y);
        }
        Integer ports = model.hostPortsProperty().get().get(lane.key());
        if (ports != null) {
            text(STRONG, colours.of("bh-lane-amber"), TextAlignment.CENTER);
            to.fillText(String.valueOf(ports), x + 42, y);
        }
    }

    private void titles(LanesViewport view) {
        signs.globe(colours.of("bh-lane-quiet"), view.end() + 18, view.top() - 11);
        signs.host(colours.of("bh-lane-quiet"), view.end() + 42, view.top() - 11);
        slanted(
                Words.of("laneheads.way-out"),
                PLAIN,
                colours.of("bh-lane-quiet"),
                view.end() + 20,
                view.top() - 22,
                view);
        slanted(
                Words.of("laneheads.host-ports"),
                PLAIN,
                colours.of("bh-lane-quiet"),
                view.end() + 44,
                view.top() - 22,
                view);
        text(Font.font("Inter", 11), colours.of("bh-lane-quiet"), TextAlignment.LEFT);
        to.fillText(Words.of("laneheads.network"), 48, view.top() - 10);
        text(Font.font("Inter", 11), colours.of("bh-lane-quiet"), TextAlignment.RIGHT);
        to.fillText(Words.of("laneheads.members"), view.left() - 12, view.top() - 10);
    }

    private void columnTiers(LaneTable table, LanesViewport view) {
        List<Integer> starts = table.columnTiers();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : table.width();
            double x = Math.max(view.left(), view.x(starts.get(i)) + 1);
            double until = Math.min(view.end(), view.x(end - 1) + view.columns().pitch() - 1);
            if (until > x) {
                to.setFill(colours.of(table.column(starts.get(i)).tint()));
                to.fillRoundRect(x, view.top() - 6, until - x, 2.5, 2, 2);
            }
        }
    }

    private void columnName(LanesViewModel model, Column column, LanesViewport view, double x, LaneLight light) {
        boolean lit = light.service().filter(column.key()::equals).isPresent();
        boolean near = light.neighbours().contains(column.key());
        Font font = lit || near ? STRONG : PLAIN;
        Paint ink = colours.of(lit ? "bh-lane-accent" : near ? "bh-lane-ink" : "bh-lane-quiet");
        double foot = view.top() - FOOT;
        if (column.alone()) {
            signs.none(colours.of("bh-lane-quiet"), x, foot);
            foot -= 10;
        } else if (column.onHost()) {
            signs.host(colours.of("bh-lane-quiet"), x, foot);
            foot -= 10;
        }
        slanted(
                column.key() + host(model, column.key()) + deviation(model, column.key()),
                font,
                ink,
                x + 2,
                foot,
                view);
    }

    /** Of one host nobody asks. */
    private static String host(LanesViewModel model, String service) {
        return model.map()
                .live()
                .getOrDefault(service, ServiceState.UNKNOWN)
                .host()
                .map(name -> " · " + name)
                .orElse("");
    }

    /** Healthy services have no mark at all. */
    private static String deviation(LanesViewModel model, String service) {
        return switch (model.map()
                .live()
                .getOrDefault(service, ServiceState.UNKNOWN)
                .health()) {
            case STOPPED -> " · " + Words.of("laneheads.stopped");
            case UNHEALTHY -> " · " + Words.of("laneheads.unhealthy");
            case UNKNOWN ->
                model.map().live().getOrDefault(service, ServiceState.UNKNOWN).behindSilence()
                        ? " · " + Words.of("laneheads.not-known")
                        : "";
            case STARTING, RUNNING, HEALTHY -> "";
        };
    }

    private void slanted(String words, Font font, Paint ink, double x, double y, LanesViewport view) {
        double room = (y - 2) / Math.sin(Math.toRadians(-SLANT));
        double beside = (view.width() - x - 2) / Math.cos(Math.toRadians(-SLANT));
        to.save();
        to.translate(x, y);
        to.rotate(SLANT);
        text(font, ink, TextAlignment.LEFT);
        to.fillText(fitted(words, font, Math.min(room, beside)), 0, 0);
        to.restore();
    }

    private void text(Font font, Paint ink, TextAlignment alignment) {
        to.setFont(font);
        to.setFill(ink);
        to.setTextAlign(alignment);
        to.setTextBaseline(VPos.CENTER);
    }

    private double width(String words, Font font) {
        measure.setFont(font);
        measure.setText(words);
        return measure.getLayoutBounds().getWidth();
    }

    private String fitted(String words, Font font, double room) {
        if (shortened.size() > MOST_NAMES) {
            shortened.clear();
        }
        // To the half of a pixel, so that a name is measured once and not in each frame that scrolls it.
        return shortened.computeIfAbsent(
                new Name(words, font, (int) Math.floor(2 * room)), name -> cut(words, font, room));
    }

    private String cut(String words, Font font, double room) {
        if (width(words, font) <= room) {
            return words;
        }
        String cut = words;
        while (!cut.isEmpty() && width(cut + "…", font) > room) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut + "…";
    }
}
