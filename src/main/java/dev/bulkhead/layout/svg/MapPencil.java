package dev.bulkhead.layout.svg;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import java.util.List;

/** What draws the exported picture, whatever the kind of file; a font is a size, with {@code bold} before it. */
interface MapPencil {

    /** Begins a sheet that shows a rectangle. */
    void open(Box view, String title);

    /** Draws a rectangle with round corners. */
    void box(Box box, double radius, String fill, double fillOpacity, String stroke, double strokeOpacity);

    void line(List<Point> points, String stroke, double opacity);

    void dot(double x, double y, double radius, String fill);

    void text(double x, double y, String text, String font, String fill);

    void textMiddle(double x, double y, String text, String font, String fill);

    void textEnd(double x, double y, String text, String font, String fill);
}
