package dev.bulkhead.topology;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Immutable copies that keep an order. */
final class Copies {

    private Copies() {}

    /** Returns an unmodifiable copy sorted by key. */
    static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
