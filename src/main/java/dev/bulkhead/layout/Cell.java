package dev.bulkhead.layout;

/** A cell of a zone's grid, counted from 0. */
record Cell(int column, int row) {

    Cell below(int rows) {
        return new Cell(column, row + rows);
    }
}
