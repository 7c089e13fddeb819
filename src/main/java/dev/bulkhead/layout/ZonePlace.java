package dev.bulkhead.layout;

/**
 * Place of a zone, or of a section within its zone.
 *
 * @param x left edge in map units (one pixel at 100 %); of a section from the left edge of its zone
 * @param y top edge in map units; of a section from the top edge of its zone
 * @param width the least width; it grows with what it holds
 * @param height the least height
 * @param columns how many cards stand side by side
 * @param manual whether the operator put it there; such places survive an automatic layout
 */
public record ZonePlace(double x, double y, double width, double height, int columns, boolean manual) {

    /** Returns the rectangle it takes. */
    public Box box() {
        return new Box(x, y, width, height);
    }

    /** Returns the place that is a rectangle. */
    public static ZonePlace of(Box box, int columns, boolean manual) {
        return new ZonePlace(box.x(), box.y(), box.width(), box.height(), columns, manual);
    }
}
