package dev.bulkhead.layout;

import java.util.Locale;

/** The role of a network in a segmented project, which decides its tint and its place on the map. */
public enum Tier {
    DMZ,
    FRONTEND,
    BACKEND,
    DATA,
    DOWNLOAD,
    MGMT,
    SECURITY,
    /** A flat network that is to be retired. */
    LEGACY,
    OTHER_1,
    OTHER_2,
    OTHER_3,
    OTHER_4;

    /** Returns the style class of everything that is tinted by this tier. */
    public String styleClass() {
        return "tier-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
