package dev.bulkhead.ui.lanes;

/**
 * Part of the lanes picture that a view shows, and where, in pixels: the crossings in the middle, around them what stays when
 * they are scrolled.
 *
 * @param left what the names of networks take
 * @param top what the names of services take
 * @param right what ways out and host ports take
 */
record LanesViewport(
        LaneScale rows,
        LaneScale columns,
        double left,
        double top,
        double right,
        double width,
        double height,
        double scrollX,
        double scrollY) {

    /** Lanes stand no closer: beyond that they are scrolled. */
    static final double LEAST_PITCH = 14;

    static final double LARGEST_PITCH = 34;
    private static final double LEAST_COLUMN = 17;
    private static final double USUAL_COLUMN = 24;
    private static final double USUAL_LANE = 20;
    private static final double LANE_GAP = 6;
    private static final double COLUMN_GAP = 4;
    private static final double LETTER = 6.9;
    /** Bar, lock and number of members beside the name of a lane. */
    private static final double BESIDE_NAME = 90;

    private static final double RIGHT = 62;
    private static final double RISE = Math.sin(Math.toRadians(58));

    /**
     * Returns the view of a table from its beginning: everything where that fits, else as small as can be read.
     *
     * @param zoom how much larger than that
     */
    static LanesViewport fitting(LaneTable table, double width, double height, double zoom) {
        int lane =
                table.lanes().stream().mapToInt(one -> one.key().length()).max().orElse(0);
        int column = table.columns().stream()
                .mapToInt(one -> one.key().length())
                .max()
                .orElse(0);
        // Whole pixels: what is cut off at others is drawn several times slower.
        double left = Math.rint(Math.clamp(
                lane * LETTER + BESIDE_NAME, 150, width < 700 ? 200 : 232 + Math.max(0, width - 1000) / 6));
        double top = Math.rint(Math.clamp(column * LETTER * RISE + 26, 84, 132));
        double rowGaps = LANE_GAP * Math.max(0, table.laneTiers().size() - 1);
        double columnGaps = COLUMN_GAP * Math.max(0, table.columnTiers().size() - 1);
        double pitch = Math.floor(2 * (height - top - rowGaps - 4) / Math.max(1, table.rows())) / 2;
        double across = Math.floor(2 * (width - left - RIGHT - columnGaps - 6) / Math.max(1, table.width())) / 2;
        return new LanesViewport(
                new LaneScale(
                        table.rows(),
                        Math.clamp(Math.clamp(pitch, LEAST_PITCH, USUAL_LANE) * zoom, LEAST_PITCH, LARGEST_PITCH),
                        LANE_GAP,
                        table.laneTiers()),
                new LaneScale(
                        table.width(),
                        Math.clamp(Math.clamp(across, LEAST_COLUMN, USUAL_COLUMN) * zoom, LEAST_COLUMN, 44),
                        COLUMN_GAP,
                        table.columnTiers()),
                left,
                top,
                RIGHT,
                width,
                height,
                0,
                0);
    }

    /** Returns where the crossings end at the right: with the last of them, or with the view. */
    double end() {
        return Math.rint(Math.min(width - right, left + columns.length() - scrollX + 6));
    }

    /** Returns where the lanes end below. */
    double bottom() {
        return Math.min(height, top + rows.length() - scrollY);
    }

    double x(int column) {
        return left + columns.offset(column) - scrollX;
    }

    double y(int row) {
        return top + rows.offset(row) - scrollY;
    }

    double middleX(int column) {
        return x(column) + columns.pitch() / 2;
    }

    double middleY(int row) {
        return y(row) + rows.pitch() / 2;
    }

    int firstRow() {
        return rows.near(scrollY);
    }

    /** Returns the row after the last one that is seen. */
    int endRow() {
        return rows.size() == 0 ? 0 : rows.near(scrollY + height - top) + 1;
    }

    int firstColumn() {
        return columns.near(scrollX);
    }

    /** Returns the column after the last one that is seen. */
    int endColumn() {
        return columns.size() == 0 ? 0 : columns.near(scrollX + width - right - left) + 1;
    }

    /** Returns the row at a pixel, or -1. */
    int rowAt(double y) {
        return y < top || y > height ? -1 : rows.at(y - top + scrollY);
    }

    /** Returns the column at a pixel, or -1. */
    int columnAt(double x) {
        return x < left || x > width - right ? -1 : columns.at(x - left + scrollX);
    }

    /** Returns the column whose slanted name is at a pixel of the head, or -1. */
    int namedAt(double x, double y) {
        double foot = x - (top - 10 - y) / Math.tan(Math.toRadians(58));
        return y >= top || foot < left || foot > width - right ? -1 : columns.at(foot - left + scrollX);
    }

    double mostX() {
        return Math.max(0, columns.length() + 6 - (width - left - right));
    }

    double mostY() {
        return Math.max(0, rows.length() - (height - top));
    }

    LanesViewport scrolledTo(double x, double y) {
        return new LanesViewport(
                rows, columns, left, top, right, width, height, Math.clamp(x, 0, mostX()), Math.clamp(y, 0, mostY()));
    }

    /** Returns this view scrolled as little as possible so that a crossing is seen. */
    LanesViewport revealing(int row, int column) {
        return scrolledTo(
                revealing(columns, column, scrollX, width - left - right), revealing(rows, row, scrollY, height - top));
    }

    /** Where there is no room for all of an item, its beginning is seen. */
    private static double revealing(LaneScale scale, int item, double scroll, double room) {
        double begin = scale.offset(item);
        return Math.clamp(scroll, Math.clamp(begin + scale.pitch() - room, 0, begin), begin);
    }
}
