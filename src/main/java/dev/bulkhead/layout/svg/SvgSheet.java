package dev.bulkhead.layout.svg;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Tint;

/** A sheet that further pictures are drawn on as SVG, in the letters and colours of the map's. */
public final class SvgSheet {

    private final SvgText svg = new SvgText();

    private SvgSheet() {}

    /** A colour and how opaque it is, from 0 to 1. */
    public record Paint(String colour, double opacity) {}

    /** Returns a sheet that shows a rectangle. */
    public static SvgSheet of(Box view, String title) {
        SvgSheet sheet = new SvgSheet();
        sheet.svg.open(view, title);
        return sheet;
    }

    /** Returns the colour of a family of networks. */
    public static String colour(Tint tint) {
        return SvgPalette.of(tint);
    }

    /** Draws a rectangle with round corners. */
    public void box(Box box, double radius, Paint fill, Paint line, double width, boolean dashed) {
        svg.outlined(box, radius, fill, line, width, dashed);
    }

    /** Draws a line of text; a font is a size, with {@code bold} or {@code mono} before it. */
    public void text(double x, double y, String text, String font, String colour) {
        svg.text(x, y, text, font, colour);
    }

    /** Returns the picture. */
    public String close() {
        return svg.close();
    }
}
