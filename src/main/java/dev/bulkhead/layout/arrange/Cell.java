package dev.bulkhead.layout.arrange;

/** A cell of a zone's grid, counted from 0. */
public record Cell(int column, int row) {

    Cell below(int rows) {
        return new Cell(column, row + rows);
    }
}
