package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.ui.words.Words;
import java.util.Optional;

/**
 * State of a service on the engine at this moment.
 *
 * @param health what the card's mark shows, by shape and colour
 * @param words the same in a few words, for tooltips and screen readers ({@code healthy for 3 days})
 * @param host where it runs, or ran when it was heard last; empty where there are no several hosts
 */
public record ServiceState(Health health, String words, Optional<String> host) {

    public static final ServiceState UNKNOWN =
            new ServiceState(Health.UNKNOWN, Words.of("servicestate.no-engine-is-watched"));

    /** A state where there are no several hosts. */
    public ServiceState(Health health, String words) {
        this(health, words, Optional.empty());
    }

    /** Returns this as what the engine said before it was gone: how it is now is not known. */
    public ServiceState lastKnown() {
        return new ServiceState(Health.UNKNOWN, Words.of("servicestate.not-known-when-the-engine", words));
    }

    /** Returns whether it is not known because the host that may have it does not answer, while others do. */
    public boolean behindSilence() {
        return health == Health.UNKNOWN && host.isPresent();
    }

    /** The marks of a card. */
    public enum Health {
        UNKNOWN,
        /** Declared in the files but not on the engine, or stopped. */
        STOPPED,
        STARTING,
        /** Running without a health check. */
        RUNNING,
        HEALTHY,
        UNHEALTHY
    }
}
