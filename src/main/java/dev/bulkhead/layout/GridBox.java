package dev.bulkhead.layout;

/**
 * The grid of cells that the cards of a zone, or of one of its sections, stand in.
 *
 * @param zone key of the zone
 * @param section name of the section; empty where the zone has none
 * @param first the cell at the upper left
 * @param gap between cells
 * @param columns how many cells stand side by side
 * @param area all that counts as belonging to the grid
 */
public record GridBox(String zone, String section, Box first, double gap, int columns, Box area) {

    private static final int MOST_ROWS = 10_000;

    /** Returns the cell nearest to a point. */
    public CardPlace placeAt(double x, double y) {
        int column = (int) Math.floor((x - first.x() + gap / 2) / (first.width() + gap));
        int row = (int) Math.floor((y - first.y() + gap / 2) / (first.height() + gap));
        return new CardPlace(
                zone, section, Math.clamp(column, 0, Math.max(0, columns - 1)), Math.clamp(row, 0, MOST_ROWS), true);
    }

    /** Returns the rectangle of a cell. */
    public Box box(CardPlace place) {
        return first.movedBy(place.column() * (first.width() + gap), place.row() * (first.height() + gap));
    }
}
