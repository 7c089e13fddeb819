package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.ZonePlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of blocks under construction. */
final class BlockRows {

    private static final double RAGGED = 1.6;
    private static final double LOW = 0.5;

    private final double gap;
    private final List<List<RowsArranger.Item>> rows = new ArrayList<>();

    BlockRows(double gap) {
        this.gap = gap;
    }

    static BlockRows fill(List<RowsArranger.Item> items, double width, double gap) {
        BlockRows result = new BlockRows(gap);
        double used = Double.MAX_VALUE;
        for (RowsArranger.Item item : items) {
            if (used + gap + item.shape().width() > width + 0.5) {
                result.rows.add(new ArrayList<>());
                used = -gap;
            }
            result.rows.getLast().add(item);
            used += gap + item.shape().width();
        }
        return result;
    }

    void addRow(RowsArranger.Item item) {
        rows.add(new ArrayList<>(List.of(item)));
    }

    /** Where a row ends early, lets its blocks become wider and lower. */
    void useRoom() {
        double full = width();
        rows.replaceAll(row -> {
            double[] widths = stretched(row, full);
            double height = 0;
            for (int i = 0; i < widths.length; i++) {
                height = Math.max(height, row.get(i).lowestWithin(widths[i]));
            }
            List<RowsArranger.Item> lower = new ArrayList<>(row.size());
            for (RowsArranger.Item item : row) {
                lower.add(item.lowerThan(height));
            }
            return lower;
        });
    }

    double width() {
        double width = 0;
        for (List<RowsArranger.Item> row : rows) {
            width = Math.max(width, width(row));
        }
        return width;
    }

    /**
     * Returns how bad this is: far from the aspect, rows that end early, and, less bad, blocks lower than their row.
     */
    double score(double aspect) {
        double height = 0;
        double filled = 0;
        double used = 0;
        for (List<RowsArranger.Item> row : rows) {
            double high = height(row) + gap;
            height += high;
            for (RowsArranger.Item item : row) {
                double width = item.shape().width() + gap;
                filled += width * high;
                used += width * (item.shape().height() + gap);
            }
        }
        double area = (width() + gap) * height;
        if (area <= 0) {
            return 0;
        }
        return Math.abs(Math.log(width() / height / aspect))
                + RAGGED * (1 - filled / area)
                + LOW * (filled - used) / area;
    }

    Map<String, ZonePlace> places() {
        Map<String, ZonePlace> places = new HashMap<>();
        double full = width();
        double y = 0;
        for (List<RowsArranger.Item> row : rows) {
            double[] widths = stretched(row, full);
            double x = 0;
            for (int i = 0; i < row.size(); i++) {
                RowsArranger.Item item = row.get(i);
                Box box = new Box(x, y, widths[i], height(row));
                Map<String, ZonePlace> inner = item.shape().innerStretched(box.width(), box.height());
                inner.forEach((id, place) ->
                        places.put(LayoutPositions.sectionKey(item.block().key(), id), place));
                places.put(item.block().key(), ZonePlace.of(box, item.shape().columns(), false));
                x += widths[i] + gap;
            }
            y += height(row) + gap;
        }
        return places;
    }

    private double[] stretched(List<RowsArranger.Item> row, double full) {
        double room = full - width(row);
        double weight = 0;
        for (RowsArranger.Item item : row) {
            weight += item.shape().columns();
        }
        double[] widths = new double[row.size()];
        for (int i = 0; i < widths.length; i++) {
            Shape shape = row.get(i).shape();
            widths[i] = Math.floor(shape.width() + room * shape.columns() / weight);
        }
        return widths;
    }

    private double width(List<RowsArranger.Item> row) {
        double width = gap * (row.size() - 1);
        for (RowsArranger.Item item : row) {
            width += item.shape().width();
        }
        return width;
    }

    private static double height(List<RowsArranger.Item> row) {
        double height = 0;
        for (RowsArranger.Item item : row) {
            height = Math.max(height, item.shape().height());
        }
        return height;
    }
}
