package dev.bulkhead.migrate.playbook;

import java.util.Locale;

/** Risk of a change: how much can go wrong, judged by what is touched. */
public enum Risk {
    /** Nothing that runs is touched. */
    NONE,
    /** A service restarts, or an address moves for a moment. */
    LOW,
    /** Several services depend on what restarts. */
    MEDIUM,
    /** A mistake here locks people out or loses data. */
    HIGH;

    /** Returns the word for reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
