package dev.bulkhead.ui.reach;

/**
 * Cells of a square table that a view shows, and where, in pixels.
 *
 * @param cell width and height of a cell, its gap included
 * @param left what the names of the rows take
 * @param top what the names of the columns take
 * @param width the view's width
 * @param height the view's height
 * @param scrollX what is scrolled away at the left
 * @param scrollY what is scrolled away at the top
 * @param size rows, and columns, of the table
 */
record ReachViewport(
        double cell, double left, double top, double width, double height, double scrollX, double scrollY, int size) {

    static final double SMALLEST = 3;
    static final double LARGEST = 34;

    int firstColumn() {
        return Math.clamp((long) (scrollX / cell), 0, size);
    }

    int firstRow() {
        return Math.clamp((long) (scrollY / cell), 0, size);
    }

    /** Returns the column after the last one that is seen. */
    int endColumn() {
        return Math.clamp((long) Math.ceil((scrollX + width - left) / cell), 0, size);
    }

    /** Returns the row after the last one that is seen. */
    int endRow() {
        return Math.clamp((long) Math.ceil((scrollY + height - top) / cell), 0, size);
    }

    double x(int column) {
        return left + column * cell - scrollX;
    }

    double y(int row) {
        return top + row * cell - scrollY;
    }

    /** Returns the column at a pixel, or -1. */
    int columnAt(double x) {
        int column = (int) Math.floor((x - left + scrollX) / cell);
        return x < left || column >= size ? -1 : column;
    }

    /** Returns the row at a pixel, or -1. */
    int rowAt(double y) {
        int row = (int) Math.floor((y - top + scrollY) / cell);
        return y < top || row >= size ? -1 : row;
    }

    double mostX() {
        return Math.max(0, size * cell - (width - left));
    }

    double mostY() {
        return Math.max(0, size * cell - (height - top));
    }

    /** Returns this view scrolled as little as possible so that a cell is seen. */
    ReachViewport revealing(int row, int column) {
        double x = Math.clamp(scrollX, Math.max(0, (column + 1) * cell - (width - left)), Math.max(0, column * cell));
        double y = Math.clamp(scrollY, Math.max(0, (row + 1) * cell - (height - top)), Math.max(0, row * cell));
        return scrolledTo(x, y);
    }

    /** Returns this view scrolled, as far as there is something to see. */
    ReachViewport scrolledTo(double x, double y) {
        return new ReachViewport(
                cell, left, top, width, height, Math.clamp(x, 0, mostX()), Math.clamp(y, 0, mostY()), size);
    }
}
