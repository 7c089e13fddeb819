package dev.bulkhead.layout.address;

import dev.bulkhead.layout.Box;

/** Pencil that puts the shapes of the picture on paper or screen. */
public interface Pencil {

    /** A kind of letters. */
    enum Face {
        TITLE(15),
        NAME(13),
        MONO(12),
        SMALL(11.5);

        private final double size;

        Face(double size) {
            this.size = size;
        }

        /** Returns the size, in pixels. */
        public double size() {
            return size;
        }
    }

    /** The line around a shape. */
    record Outline(Ink ink, double opacity, double width, boolean dashed) {

        /** No line. */
        public static final Outline NONE = new Outline(Ink.Tone.LINE, 0, 0, false);

        static Outline of(Ink ink, double opacity) {
            return new Outline(ink, opacity, 1, false);
        }
    }

    /** Draws a rectangle with round corners. */
    void box(Box box, double radius, Ink fill, double opacity, Outline outline);

    /** Draws one line of text that begins at a point of its baseline. */
    void text(double x, double y, String text, Face face, Ink ink);

    /** Returns how wide a text is, in pixels. */
    double width(String text, Face face);

    /** Draws one line of text that ends at a point of its baseline. */
    default void textEnd(double x, double y, String text, Face face, Ink ink) {
        text(x - width(text, face), y, text, face, ink);
    }

    /** Returns a text as it is, or cut with an ellipsis where it is too wide. */
    default String fitting(String text, double room, Face face) {
        if (width(text, face) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(text.substring(0, middle) + "…", face) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : text.substring(0, low) + "…";
    }
}
