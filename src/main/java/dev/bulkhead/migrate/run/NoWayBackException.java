package dev.bulkhead.migrate.run;

import java.util.List;

/** A way back that was not begun, since something has to be settled first; nothing was touched. */
public final class NoWayBackException extends Exception {

    private static final long serialVersionUID = 1L;

    NoWayBackException(List<String> sentences) {
        super(String.join(" ", sentences));
    }
}
