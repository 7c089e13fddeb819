package dev.bulkhead.layout;

import java.util.Collection;

/**
 * An upright rectangle of the map, in map units.
 *
 * @param x left edge
 * @param y top edge
 */
public record Box(double x, double y, double width, double height) {

    /** Returns the right edge. */
    public double right() {
        return x + width;
    }

    /** Returns the bottom edge. */
    public double bottom() {
        return y + height;
    }

    /** Returns the middle. */
    public Point center() {
        return new Point(x + width / 2, y + height / 2);
    }

    /** Returns whether a point lies inside or on the edge. */
    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    /** Returns whether the insides of both overlap; touching edges do not. */
    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** Returns this rectangle grown on every side, or shrunk by a negative margin. */
    public Box grown(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    /** Returns this rectangle elsewhere. */
    public Box movedBy(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /** Returns the smallest rectangle around all; one without extent at the origin when there is none. */
    public static Box around(Collection<Box> boxes) {
        if (boxes.isEmpty()) {
            return new Box(0, 0, 0, 0);
        }
        double left = boxes.stream().mapToDouble(Box::x).min().orElseThrow();
        double top = boxes.stream().mapToDouble(Box::y).min().orElseThrow();
        double right = boxes.stream().mapToDouble(Box::right).max().orElseThrow();
        double bottom = boxes.stream().mapToDouble(Box::bottom).max().orElseThrow();
        return new Box(left, top, right - left, bottom - top);
    }
}
