package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import java.util.List;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;

/** Bow from the edge of one box to the edge of another, so light that those to boxes in one line do not hide each other. */
record Bow(Point from, Point to) {

    private static final double BEND = 0.12;

    static Bow between(Box one, Box other) {
        return new Bow(border(one, other.center()), border(other, one.center()));
    }

    List<PathElement> elements() {
        Point bend = bend();
        return List.of(new MoveTo(from.x(), from.y()), new QuadCurveTo(bend.x(), bend.y(), to.x(), to.y()));
    }

    /** Returns the point after a part of the way. */
    Point at(double part) {
        Point bend = bend();
        double rest = 1 - part;
        return new Point(
                rest * rest * from.x() + 2 * rest * part * bend.x() + part * part * to.x(),
                rest * rest * from.y() + 2 * rest * part * bend.y() + part * part * to.y());
    }

    private Point bend() {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        return new Point((from.x() + to.x()) / 2 - dy * BEND, (from.y() + to.y()) / 2 + dx * BEND);
    }

    /** Returns where the way from a box's middle to a point leaves the box. */
    private static Point border(Box box, Point toward) {
        Point middle = box.center();
        double dx = toward.x() - middle.x();
        double dy = toward.y() - middle.y();
        double reach = Math.max(Math.abs(dx) / (box.width() / 2), Math.abs(dy) / (box.height() / 2));
        return reach <= 1 ? middle : new Point(middle.x() + dx / reach, middle.y() + dy / reach);
    }
}
