package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.ui.canvas.aim.GestureFigures;

/**
 * Fit of the map to a view: how large, and where.
 *
 * @param scale pixels a map unit
 * @param x pixel of the map's origin
 * @param y pixel of the map's origin
 * @param whole whether all of the map is seen
 */
record Fit(double scale, double x, double y, boolean whole) {

    /** A small project is enlarged, but not until it looks like a poster. */
    static final double MOST = 1.5;

    /** From here on a card holds the names that are usual. */
    static final double READABLE = 0.4;

    /** Where only a part is seen, cards say everything. */
    static final double PART = 0.62;

    /** Nothing stands so near to the edge that a card carried there would pan the map. */
    private static final double MARGIN = GestureFigures.PAN_EDGE;

    /**
     * Room for the map.
     *
     * @param top what is covered of it at the top
     * @param bottom what is covered of it at the bottom
     */
    record Room(double width, double height, double top, double bottom) {

        double margin() {
            return MARGIN;
        }

        boolean any() {
            return freeWidth() > 0 && freeHeight() > 0;
        }

        double freeWidth() {
            return width - 2 * margin();
        }

        double freeHeight() {
            return height - Math.max(margin(), top) - Math.max(margin(), bottom);
        }
    }

    /**
     * Returns a fit of all of the map; where names could not be read then, of its part at the upper left.
     *
     * @param whole whether all of the map is wanted, however small
     */
    static Fit of(Box map, Room room, boolean whole) {
        double all = Math.min(room.freeWidth() / map.width(), room.freeHeight() / map.height());
        double scale = Math.clamp(whole || all >= READABLE ? all : PART, Camera.LEAST, MOST);
        double left = room.margin();
        double top = Math.max(room.margin(), room.top());
        // What does not fit begins at its beginning; what fits stands in the middle.
        double restX = Math.max(0, room.freeWidth() - map.width() * scale);
        double restY = Math.max(0, room.freeHeight() - map.height() * scale);
        return new Fit(
                scale, left + restX / 2 - map.x() * scale, top + restY / 2 - map.y() * scale, all >= scale - 1e-9);
    }
}
