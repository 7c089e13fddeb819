package dev.bulkhead.migrate.goal;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gates of a phase.
 *
 * @param before what has to be so before anything is done
 * @param rereads service to how its container takes up its own files once they are written
 * @param after what has to be so once all is done
 * @param otherwise what goes back where something of the phase fails
 */
public record Gates(List<Gate> before, SortedMap<String, Reread> rereads, List<Gate> after, Otherwise otherwise) {

    /** What goes back where something of a phase fails. */
    public enum Otherwise {
        /** The whole change. */
        ALL,
        /** This phase; the others stand for themselves, and the run goes on with them. */
        PHASE
    }

    /** None. */
    public static final Gates NONE = new Gates(List.of(), new TreeMap<>(), List.of());

    /** Gates of a phase that the others need. */
    public Gates(List<Gate> before, SortedMap<String, Reread> rereads, List<Gate> after) {
        this(before, rereads, after, Otherwise.ALL);
    }

    public Gates {
        before = List.copyOf(before);
        rereads = Collections.unmodifiableSortedMap(new TreeMap<>(rereads));
        after = List.copyOf(after);
    }
}
