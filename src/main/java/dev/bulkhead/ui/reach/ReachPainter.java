package dev.bulkhead.ui.reach;

import dev.bulkhead.ui.theme.Swatches;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Painter of the part of the reach matrix that is seen. */
final class ReachPainter {

    /** Cells smaller than this, in pixels, have no names beside them. */
    static final double READABLE = 11;

    private static final double SLANT = -52;

    private final GraphicsContext to;
    /** Style classes of its colours, beside those of the tints. */
    static final List<String> STYLES = Stream.concat(
                    Stream.of(ReachKind.values()).map(ReachKind::styleClass),
                    Stream.of(
                            "bh-reach-ink",
                            "bh-reach-quiet",
                            "bh-reach-line",
                            "bh-reach-mark",
                            "bh-reach-chosen",
                            "bh-reach-broken"))
            .toList();

    private final Swatches colours;

    ReachPainter(GraphicsContext to, Swatches colours) {
        this.to = to;
        this.colours = colours;
    }

    /**
     * Draws.
     *
     * @param beside what stands beside the verdicts
     * @param hovered the cell under the pointer
     * @param chosen the cell that is explained
     */
    void draw(ReachTable table, Beside beside, ReachViewport view, Cell hovered, Cell chosen) {
        to.clearRect(0, 0, view.width(), view.height());
        lines(view, hovered);
        for (int row = view.firstRow(); row < view.endRow(); row++) {
            for (int column = view.firstColumn(); column < view.endColumn(); column++) {
                cell(table, view, row, column);
            }
        }
        for (int row = view.firstRow(); row < view.endRow(); row++) {
            for (int column = view.firstColumn(); column < view.endColumn(); column++) {
                since(beside.since(), view, row, column);
                observed(table, beside.answers(), view, row, column);
                if (table.broken(row, column)) {
                    frame(view, new Cell(row, column), "bh-reach-broken", view.cell() < 8 ? 1 : 2);
                }
            }
        }
        to.clearRect(0, 0, view.left(), view.height());
        to.clearRect(0, 0, view.width(), view.top());
        for (int row = view.firstRow(); row < view.endRow(); row++) {
            rowHead(table.headers().get(row), view, row, beside.strong(row, hovered.row(), chosen.row()));
        }
        for (int column = view.firstColumn(); column < view.endColumn(); column++) {
            columnHead(
                    table.headers().get(column),
                    view,
                    column,
                    beside.strong(column, hovered.column(), chosen.column()));
        }
        beside.selected().stream().forEach(one -> selected(view, one));
        frame(view, hovered, "bh-reach-ink", 1);
        frame(view, chosen, "bh-reach-chosen", 2.5);
    }

    private void lines(ReachViewport view, Cell hovered) {
        to.setFill(colours.of("bh-reach-line"));
        double right = Math.min(view.width(), view.x(view.size()));
        double bottom = Math.min(view.height(), view.y(view.size()));
        if (hovered.row() >= 0) {
            to.fillRect(view.left(), view.y(hovered.row()), right - view.left(), view.cell());
        }
        if (hovered.column() >= 0) {
            to.fillRect(view.x(hovered.column()), view.top(), view.cell(), bottom - view.top());
        }
    }

    private void cell(ReachTable table, ReachViewport view, int row, int column) {
        ReachKind kind = table.kind(row, column);
        double gap = view.cell() < 8 ? 0 : view.cell() < 16 ? 1 : 2;
        double x = view.x(column) + gap / 2;
        double y = view.y(row) + gap / 2;
        double side = view.cell() - gap;
        double arc = view.cell() < 8 ? 0 : side / 3;
        to.setFill(colours.of(kind.styleClass()));
        to.fillRoundRect(x, y, side, side, arc, arc);
        if (view.cell() < READABLE) {
            return;
        }
        sign(kind, table.nameless(row, column), x, y, side);
    }

    /** Draws the sign of a kind into its square; what reaches everything has none, and only a cell with itself has none either. */
    void sign(ReachKind kind, boolean nameless, double x, double y, double side) {
        to.setFill(colours.of("bh-reach-mark"));
        to.setStroke(colours.of("bh-reach-mark"));
        to.setLineWidth(1.4);
        double middle = side / 2;
        double dot = side * 0.28;
        switch (kind) {
            case PORTS -> to.fillOval(x + middle - dot / 2, y + middle - dot / 2, dot, dot);
            case PROXY -> to.strokeOval(x + middle - dot / 2, y + middle - dot / 2, dot, dot);
            case UNKNOWN -> {
                to.setFont(Font.font("Inter Semi Bold", side * 0.55));
                to.setTextAlign(TextAlignment.CENTER);
                to.setTextBaseline(VPos.CENTER);
                to.fillText("?", x + middle, y + middle);
            }
            case OPEN -> {
                if (nameless) {
                    to.strokeLine(x + side * 0.3, y + side * 0.7, x + side * 0.7, y + side * 0.3);
                }
            }
            case BLOCKED -> {
                to.setStroke(colours.of("bh-reach-quiet"));
                to.setLineWidth(1);
                to.strokeLine(x + side * 0.38, y + middle, x + side * 0.62, y + middle);
            }
            case SELF -> {}
        }
    }

    /** What opened has a plus in its corner, what closed a minus; small cells have a frame. */
    private void since(ReachSince since, ReachViewport view, int row, int column) {
        Optional<ReachSince.Change> change = since.at(row, column);
        if (change.isEmpty()) {
            return;
        }
        frame(view, new Cell(row, column), "bh-reach-chosen", view.cell() < 8 ? 1 : 1.5);
        if (view.cell() >= READABLE) {
            double side = view.cell() * 0.16;
            double x = view.x(column) + view.cell() - side - 3;
            double y = view.y(row) + side + 3;
            to.setStroke(colours.of("bh-reach-ink"));
            to.setLineWidth(1.6);
            to.strokeLine(x - side, y, x + side, y);
            if (change.get() == ReachSince.Change.OPENED) {
                to.strokeLine(x, y - side, x, y + side);
            }
        }
    }

    /** A selected service has a bar along its name, at both edges. */
    private void selected(ReachViewport view, int one) {
        to.setFill(colours.of("bh-reach-chosen"));
        if (view.y(one) >= view.top() - 1) {
            to.fillRect(0, view.y(one) + 1, 3, view.cell() - 2);
        }
        if (view.x(one) >= view.left() - 1) {
            to.fillRect(view.x(one) + 1, view.top() - 2.5, view.cell() - 2, 2.5);
        }
    }

    /** What the engine answered stands in the lower corner; where it is not what was foretold, in a frame. */
    private void observed(ReachTable table, ProbeAnswers answers, ReachViewport view, int row, int column) {
        Optional<ProbeAnswers.Fit> fit = answers.told().isEmpty()
                ? Optional.empty()
                : answers.of(table.pair(row, column))
                        .map(told -> ProbeAnswers.fit(
                                table.kind(row, column), told.seen().answer()));
        if (fit.isEmpty()) {
            return;
        }
        if (fit.get() == ProbeAnswers.Fit.DIFFERS) {
            frame(view, new Cell(row, column), "bh-reach-broken", view.cell() < 8 ? 1 : 1.5);
        }
        if (view.cell() < READABLE) {
            return;
        }
        double side = Math.max(5, view.cell() * 0.36);
        double x = view.x(column) + view.cell() - side - 3;
        double y = view.y(row) + view.cell() - side - 3;
        to.setStroke(colours.of("bh-reach-ink"));
        to.setLineWidth(1.6);
        switch (fit.get()) {
            case AGREES -> {
                to.strokeLine(x, y + side * 0.55, x + side * 0.35, y + side * 0.9);
                to.strokeLine(x + side * 0.35, y + side * 0.9, x + side, y + side * 0.15);
            }
            case DIFFERS -> {
                to.strokeLine(x, y + side * 0.35, x + side, y + side * 0.35);
                to.strokeLine(x, y + side * 0.7, x + side, y + side * 0.7);
                to.strokeLine(x + side * 0.2, y + side, x + side * 0.8, y);
            }
            case SETTLES -> {
                to.strokeLine(x + side / 2, y, x + side / 2, y + side * 0.6);
                to.strokeLine(x + side / 2, y + side * 0.9, x + side / 2, y + side);
            }
            case OPEN -> to.strokeLine(x, y + side * 0.55, x + side, y + side * 0.55);
        }
    }

    /** Returns the sign of an observation in words; the picture draws it. */
    static String sign(ProbeAnswers.Fit fit) {
        return switch (fit) {
            case AGREES -> "✓";
            case DIFFERS -> "≠";
            case SETTLES -> "!";
            case OPEN -> "–";
        };
    }

    private void rowHead(ReachHeader header, ReachViewport view, int row, boolean strong) {
        double y = view.y(row);
        if (y < view.top() - view.cell() / 2) {
            return;
        }
        to.setFill(colours.of(header.tint()));
        to.fillRoundRect(
                view.left() - 7, y + (view.cell() < 8 ? 0 : 1), 4, view.cell() - (view.cell() < 8 ? 0 : 2), 3, 3);
        if (view.cell() >= READABLE || strong) {
            font(view, strong);
            to.setTextAlign(TextAlignment.RIGHT);
            to.setTextBaseline(VPos.CENTER);
            to.fillText(header.name(), view.left() - 13, y + view.cell() / 2, view.left() - 18);
        }
    }

    private void columnHead(ReachHeader header, ReachViewport view, int column, boolean strong) {
        double x = view.x(column);
        if (x < view.left() - view.cell() / 2) {
            return;
        }
        to.setFill(colours.of(header.tint()));
        to.fillRoundRect(
                x + (view.cell() < 8 ? 0 : 1), view.top() - 7, view.cell() - (view.cell() < 8 ? 0 : 2), 4, 3, 3);
        if (view.cell() >= READABLE || strong) {
            to.save();
            to.translate(x + view.cell() / 2 + 2, view.top() - 14);
            to.rotate(SLANT);
            font(view, strong);
            to.setTextAlign(TextAlignment.LEFT);
            to.setTextBaseline(VPos.CENTER);
            to.fillText(header.name(), 0, 0);
            to.restore();
        }
    }

    private void font(ReachViewport view, boolean strong) {
        to.setFont(Font.font(strong ? "Inter Semi Bold" : "Inter", Math.clamp(view.cell() * 0.62, 11, 13)));
        to.setFill(colours.of(strong ? "bh-reach-ink" : "bh-reach-quiet"));
    }

    private void frame(ReachViewport view, Cell cell, String colour, double width) {
        if (cell.row() < 0 || cell.column() < 0) {
            return;
        }
        double x = view.x(cell.column());
        double y = view.y(cell.row());
        if (x >= view.left() - 1 && y >= view.top() - 1) {
            to.setStroke(colours.of(colour));
            to.setLineWidth(width);
            to.strokeRoundRect(x + 0.5, y + 0.5, view.cell() - 1, view.cell() - 1, view.cell() / 3, view.cell() / 3);
        }
    }

    /**
     * Marks that stand beside the verdicts.
     *
     * @param since what differs from the state it is compared with
     * @param answers what the running engine answered
     * @param selected rows, and columns, of the services that are selected
     */
    record Beside(ReachSince since, ProbeAnswers answers, BitSet selected) {

        /** Returns whether a row or column is named in bold. */
        private boolean strong(int one, int hovered, int chosen) {
            return one == hovered || one == chosen || selected.get(one);
        }
    }

    /** A cell of the table; -1 stands for none. */
    record Cell(int row, int column) {
        static final Cell NONE = new Cell(-1, -1);
    }
}
