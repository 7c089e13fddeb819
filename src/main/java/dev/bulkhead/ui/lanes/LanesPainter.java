package dev.bulkhead.ui.lanes;

import dev.bulkhead.ui.lanes.LaneTable.Lane;
import dev.bulkhead.ui.lanes.LanesViewModel.Carry;
import dev.bulkhead.ui.lanes.LanesViewModel.Crossing;
import dev.bulkhead.ui.theme.Swatches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/** Painter of the lanes that are seen, their dots, and what is lit; names beside them come after it. */
final class LanesPainter {

    private static final double DOT = 9;
    private static final double SMALL_DOT = 8;

    private final GraphicsContext to;
    private final Swatches colours;
    private final LaneSigns signs;
    private final LaneReach reach;
    private final LaneHeads heads;

    LanesPainter(GraphicsContext to, Swatches colours) {
        this.to = to;
        this.colours = colours;
        this.signs = new LaneSigns(to, colours);
        this.reach = new LaneReach(to, colours);
        this.heads = new LaneHeads(to, colours, signs);
    }

    /**
     * Draws.
     *
     * @param focused whether keys act here, so that the crossing they act on is ringed
     */
    void draw(LanesViewModel model, LanesViewport view, boolean focused) {
        LaneTable table = model.tableProperty().get();
        LaneLight light = LaneLight.of(model);
        to.clearRect(0, 0, view.width(), view.height());
        to.save();
        to.beginPath();
        to.rect(view.left(), view.top(), Math.max(0, view.width() - view.left()), view.height() - view.top());
        to.clip();
        bands(table, view);
        int lightColumn = light.service().map(table::columnOf).orElse(-1);
        if (lightColumn >= 0) {
            column(view, lightColumn);
        }
        to.beginPath();
        to.rect(view.left(), view.top(), Math.max(0, view.end() - view.left()), view.height() - view.top());
        to.clip();
        for (int row = view.firstRow(); row < view.endRow(); row++) {
            lane(table.lane(row), view, view.middleY(row), light, lightColumn);
        }
        reach.draw(table, view, model.map().lightsProperty().get());
        model.carriedProperty().get().ifPresent(carry -> carried(table, view, carry, model.mayDrop()));
        Crossing cursor = model.cursorProperty().get();
        if (focused && table.row(cursor.network()) >= 0 && table.columnOf(cursor.service()) >= 0) {
            cursor(view, table.row(cursor.network()), table.columnOf(cursor.service()));
        }
        to.restore();
        heads.draw(model, view, light);
    }

    private void bands(LaneTable table, LanesViewport view) {
        List<Integer> tiers = table.laneTiers();
        for (int i = 0; i < tiers.size(); i++) {
            int end = i + 1 < tiers.size() ? tiers.get(i + 1) : table.rows();
            double y = view.y(tiers.get(i));
            double height = view.y(end - 1) + view.rows().pitch() - y;
            if (y < view.height() && y + height > view.top()) {
                to.setFill(colours.of(LaneSigns.band(table.lane(tiers.get(i)).tint())));
                to.fillRoundRect(view.left() - 12, y, view.end() + view.right() - view.left() + 8, height, 8, 8);
            }
        }
    }

    private void column(LanesViewport view, int column) {
        double x = view.x(column);
        double height = view.bottom() - view.top();
        to.setFill(colours.of("bh-lane-column"));
        to.fillRoundRect(x, view.top(), view.columns().pitch(), height, 8, 8);
        to.setStroke(colours.of("bh-lane-accent"));
        to.setLineWidth(1);
        to.strokeRoundRect(x + 0.5, view.top() + 0.5, view.columns().pitch() - 1, height - 1, 8, 8);
    }

    private void lane(Lane lane, LanesViewport view, double y, LaneLight light, int lightColumn) {
        double line = Math.floor(y) + 0.5;
        boolean lit = light.lanes().contains(lane.key());
        Paint tier = lane.engineOnly() ? colours.of("bh-lane-amber") : colours.of(lane.tint());
        to.setLineDashes();
        to.setStroke(colours.of("bh-lane-hair"));
        to.setLineWidth(1);
        to.strokeLine(view.left(), line, view.end(), line);
        to.setStroke(tier);
        Optional<int[]> span = lane.span();
        to.setLineWidth(lit ? 2.6 : 1.6);
        to.setGlobalAlpha(lit ? 1 : 0.75);
        span.ifPresent(s -> to.strokeLine(view.middleX(s[0]), line, view.middleX(s[1]), line));
        to.setGlobalAlpha(1);
        for (Map.Entry<Integer, LaneMark> entry : lane.marks().entrySet()) {
            if (entry.getValue() == LaneMark.JOINING || entry.getValue() == LaneMark.ENGINE_ONLY) {
                dashes(lane, view, entry, span, line);
            }
        }
        double size = (lit ? 2 : 0) + (view.rows().pitch() < 16 ? SMALL_DOT : DOT);
        lane.marks()
                .subMap(view.firstColumn(), Math.max(view.firstColumn(), view.endColumn()))
                .forEach((at, mark) -> {
                    double x = view.middleX(at);
                    signs.mark(mark, tier, x, y, size);
                    if (lit && at == lightColumn) {
                        ring(x, y, size);
                    }
                });
    }

    private void ring(double x, double y, double size) {
        to.setStroke(colours.of("bh-lane-accent"));
        to.setLineWidth(1.6);
        double half = size / 2 + 2;
        to.strokeOval(x - half, y - half, 2 * half, 2 * half);
    }

    /** From a dot that is not one of both files and engine to the nearest that is. */
    private void dashes(
            Lane lane, LanesViewport view, Map.Entry<Integer, LaneMark> dot, Optional<int[]> span, double y) {
        int from = dot.getKey();
        int to = span.map(s -> Math.clamp(from, s[0], s[1]))
                .orElseGet(() -> lane.marks().firstKey());
        if (to == from) {
            return;
        }
        this.to.setStroke(colours.of(dot.getValue() == LaneMark.JOINING ? "bh-lane-accent" : "bh-lane-amber"));
        this.to.setLineWidth(1.6);
        this.to.setLineDashes(4, 3);
        this.to.strokeLine(view.middleX(from), y, view.middleX(to), y);
        this.to.setLineDashes();
    }

    private void carried(LaneTable table, LanesViewport view, Carry carry, boolean possible) {
        int row = table.row(carry.from().network());
        int start = table.columnOf(carry.from().service());
        int end = table.columnOf(carry.to());
        if (row < 0 || start < 0 || end < 0) {
            return;
        }
        String tone = possible ? "accent" : "red";
        double y = Math.floor(view.middleY(row)) + 0.5;
        to.setStroke(colours.of("bh-lane-" + tone));
        to.setLineWidth(2);
        to.setLineDashes(4, 3);
        to.strokeLine(view.middleX(start), y, view.middleX(end), y);
        to.setLineDashes();
        signs.ring(tone, view.middleX(start), y, 5);
        to.setFill(colours.of("bh-lane-" + tone));
        to.fillOval(view.middleX(end) - 6, y - 6, 12, 12);
        if (!possible) {
            to.setStroke(colours.of("bh-lane-paper"));
            to.strokeLine(view.middleX(end) - 3, y, view.middleX(end) + 3, y);
        }
    }

    private void cursor(LanesViewport view, int row, int column) {
        to.setStroke(colours.of("bh-lane-accent"));
        to.setLineWidth(2);
        to.strokeRoundRect(
                view.x(column) + 1,
                view.y(row) + 0.5,
                view.columns().pitch() - 2,
                view.rows().pitch() - 1,
                6,
                6);
    }
}
