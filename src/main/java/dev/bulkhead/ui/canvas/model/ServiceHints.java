package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.topology.Service;

/** Source of hints to services' images. */
@FunctionalInterface
public interface ServiceHints {

    /** Knows nothing. */
    ServiceHints NONE = service -> ServiceHint.NONE;

    /** Returns what is known of a service's image. */
    ServiceHint of(Service service);
}
