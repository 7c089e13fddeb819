package dev.bulkhead.migrate.goal;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gates of a phase.
 *
 * @param before what has to be so before anything is done
 * @param restarts service to why its container is restarted once the files are written, as a sentence
 * @param after what has to be so once all is done
 */
public record Gates(List<Gate> before, SortedMap<String, String> restarts, List<Gate> after) {

    /** None. */
    public static final Gates NONE = new Gates(List.of(), new TreeMap<>(), List.of());

    public Gates {
        before = List.copyOf(before);
        restarts = Collections.unmodifiableSortedMap(new TreeMap<>(restarts));
        after = List.copyOf(after);
    }
}
