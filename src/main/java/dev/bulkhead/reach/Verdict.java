package dev.bulkhead.reach;

import java.util.Locale;

/** Verdict on whether packets get from one subject to another. */
public enum Verdict {
    REACHABLE,
    BLOCKED,
    /** It depends on something the files do not tell. */
    UNKNOWN;

    /** Returns the name as reports write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
