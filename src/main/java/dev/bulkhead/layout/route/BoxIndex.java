package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Index of rectangles by where they are, so that of thousands only those nearby are looked at. */
final class BoxIndex<T> {

    private static final double SIZE = 320;

    private final Map<Long, List<Entry<T>>> buckets = new HashMap<>();

    private record Entry<T>(Box box, T item) {}

    void add(Box box, T item) {
        Entry<T> entry = new Entry<>(box, item);
        for (int column = bucket(box.x()); column <= bucket(box.right()); column++) {
            for (int row = bucket(box.y()); row <= bucket(box.bottom()); row++) {
                buckets.computeIfAbsent(key(column, row), key -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    /** Tells each item whose rectangle overlaps an area, once. */
    void each(Box area, Consumer<T> told) {
        any(area, item -> {
            told.accept(item);
            return false;
        });
    }

    /** Returns whether an item that is meant overlaps an area. */
    boolean any(Box area, Predicate<T> meant) {
        for (int column = bucket(area.x()); column <= bucket(area.right()); column++) {
            for (int row = bucket(area.y()); row <= bucket(area.bottom()); row++) {
                for (Entry<T> entry : buckets.getOrDefault(key(column, row), List.of())) {
                    if (entry.box().overlaps(area)
                            && first(entry.box(), area, column, row)
                            && meant.test(entry.item())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Returns whether this bucket holds the upper left corner of what both share; only there it is told. */
    private static boolean first(Box box, Box area, int column, int row) {
        return bucket(Math.max(box.x(), area.x())) == column && bucket(Math.max(box.y(), area.y())) == row;
    }

    private static int bucket(double at) {
        return (int) Math.floor(at / SIZE);
    }

    private static long key(int column, int row) {
        return ((long) column << 32) ^ (row & 0xffff_ffffL);
    }
}
