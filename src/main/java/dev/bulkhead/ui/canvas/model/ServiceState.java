package dev.bulkhead.ui.canvas.model;

/**
 * State of a service on the engine at this moment.
 *
 * @param health what the card's mark shows, by shape and colour
 * @param words the same in a few words, for tooltips and screen readers ({@code healthy for 3 days})
 */
public record ServiceState(Health health, String words) {

    public static final ServiceState UNKNOWN = new ServiceState(Health.UNKNOWN, "no engine is watched");

    /** Returns this as what the engine said before it was gone: how it is now is not known. */
    public ServiceState lastKnown() {
        return new ServiceState(Health.UNKNOWN, "not known; when the engine was last heard: " + words);
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
