package dev.bulkhead.layout.arrange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Grid that gives cards their cells: remembered ones keep theirs, the others take the first that are free. */
final class CellGrid {

    private static final int MOST_ROWS = 20_000;

    private final int columns;
    private final Map<String, Cell> cells = new HashMap<>();
    private final Set<Cell> taken = new HashSet<>();
    private int firstFree;

    private CellGrid(int columns) {
        this.columns = columns;
    }

    static Map<String, Cell> place(int columns, List<Cluster> clusters, Map<String, Cell> remembered) {
        CellGrid grid = new CellGrid(columns);
        for (Cluster cluster : clusters) {
            cluster.services().forEach(service -> grid.keep(service, remembered.get(service)));
        }
        clusters.forEach(grid::add);
        return grid.cells;
    }

    static int rows(Map<String, Cell> cells) {
        return cells.values().stream().mapToInt(cell -> cell.row() + 1).max().orElse(0);
    }

    private void keep(String service, @org.jspecify.annotations.Nullable Cell cell) {
        boolean fits = cell != null
                && cell.column() >= 0
                && cell.column() < columns
                && cell.row() >= 0
                && cell.row() < MOST_ROWS;
        if (fits && taken.add(cell)) {
            cells.put(service, cell);
        }
    }

    private void add(Cluster cluster) {
        List<String> open =
                cluster.services().stream().filter(s -> !cells.containsKey(s)).toList();
        if (open.isEmpty()) {
            return;
        }
        Cell start = belowOwner(cluster, open);
        for (int i = 0; i < open.size(); i++) {
            Cell cell = start.below(i);
            taken.add(cell);
            cells.put(open.get(i), cell);
        }
    }

    private Cell belowOwner(Cluster cluster, List<String> open) {
        Cell owner = cells.get(cluster.services().getFirst());
        if (owner != null) {
            for (int down = 1; down <= cluster.services().size(); down++) {
                if (free(owner.below(down), open.size())) {
                    return owner.below(down);
                }
            }
        }
        return firstFree(open.size());
    }

    private Cell firstFree(int height) {
        while (taken.contains(at(firstFree))) {
            firstFree++;
        }
        int index = firstFree;
        while (!free(at(index), height)) {
            index++;
        }
        return at(index);
    }

    private Cell at(int index) {
        return new Cell(index % columns, index / columns);
    }

    private boolean free(Cell cell, int height) {
        for (int i = 0; i < height; i++) {
            if (taken.contains(cell.below(i))) {
                return false;
            }
        }
        return true;
    }
}
