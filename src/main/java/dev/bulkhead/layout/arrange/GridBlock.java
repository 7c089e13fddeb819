package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.MapMetrics;
import dev.bulkhead.layout.ZonePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A block whose cards stand in one grid.
 *
 * @param minWidth what its title needs
 * @param header height of its title
 * @param remembered cells to keep, by service key
 */
public record GridBlock(
        String key,
        boolean apart,
        List<Cluster> clusters,
        double minWidth,
        double header,
        MapMetrics metrics,
        Map<String, Cell> remembered)
        implements Block {

    private static final int MOST_COLUMNS = 1_000;

    @Override
    public boolean empty() {
        return clusters.isEmpty();
    }

    @Override
    public List<Shape> shapes() {
        int count = clusters.stream().mapToInt(c -> c.services().size()).sum();
        int most = Math.max(1, Math.min(count, 2 * (int) Math.ceil(Math.sqrt(count)) + 2));
        List<Shape> shapes = new ArrayList<>();
        double lowest = Double.MAX_VALUE;
        for (int columns = 1; columns <= most; columns++) {
            Shape shape = shape(columns);
            if (shape.height() < lowest) {
                shapes.add(shape);
                lowest = shape.height();
            }
        }
        return shapes;
    }

    @Override
    public Shape keeping(ZonePlace place) {
        return shape(kept(place));
    }

    @Override
    public Optional<Shape> wider(ZonePlace place) {
        return Optional.of(shape(kept(place) + 1));
    }

    /** As many as it had, and those that it was widened by since. */
    private int kept(ZonePlace place) {
        int used = clusters.stream()
                .flatMap(cluster -> cluster.services().stream())
                .map(remembered::get)
                .filter(Objects::nonNull)
                .mapToInt(cell -> cell.column() + 1)
                .max()
                .orElse(1);
        return Math.clamp(Math.max(place.columns(), used), 1, MOST_COLUMNS);
    }

    /** Returns the cell by service key. */
    public Map<String, Cell> cells(int columns) {
        return CellGrid.place(columns, clusters, remembered);
    }

    private Shape shape(int columns) {
        int rows = Math.max(1, CellGrid.rows(cells(columns)));
        double width = Math.max(minWidth, metrics.gridWidth(columns) + 2 * metrics.padding());
        return new Shape(columns, width, header + metrics.gridHeight(rows) + metrics.padding(), Map.of());
    }
}
