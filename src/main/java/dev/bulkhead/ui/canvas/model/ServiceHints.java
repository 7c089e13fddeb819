package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Service;
import java.util.Optional;

/** Source of hints to services' images. */
@FunctionalInterface
public interface ServiceHints {

    /** Knows nothing. */
    ServiceHints NONE = service -> Hint.NONE;

    /**
     * Hint to a service's image: what is known of it beyond the operator's files.
     *
     * @param title the product's name; empty when unknown
     * @param icon an icon in Ikonli's notation, for instance {@code mdi2t-television-classic}
     * @param tint the colour family of the tier it belongs to
     */
    record Hint(String title, Optional<String> icon, Optional<Tint> tint) {

        public static final Hint NONE = new Hint("", Optional.empty(), Optional.empty());
    }

    /** Returns what is known of a service's image. */
    Hint of(Service service);
}
