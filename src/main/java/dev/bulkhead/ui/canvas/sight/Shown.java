package dev.bulkhead.ui.canvas.sight;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import java.util.Optional;
import java.util.Set;

/**
 * What of the pictures is shown as always; the rest steps back.
 *
 * @param kept the services and networks; empty for everything
 * @param words which those are, in words; empty text for everything
 */
public record Shown(Optional<Set<GraphElement>> kept, String words) {

    /** Everything. */
    public static final Shown ALL = new Shown(Optional.empty(), "");

    public Shown {
        kept = kept.map(Set::copyOf);
    }

    /** Returns whether something steps back. */
    public boolean part() {
        return kept.isPresent();
    }

    /** Returns whether a service is shown as always. */
    public boolean service(String key) {
        return kept.map(set -> set.contains(Element.service(key))).orElse(true);
    }

    /** Returns whether a network is shown as always. */
    public boolean network(String key) {
        return kept.map(set -> set.contains(Element.network(key))).orElse(true);
    }
}
