package dev.bulkhead.check;

import java.util.Locale;

/** Severity of a finding, worst first. */
public enum Severity {
    /** The engine or Compose will refuse it, or traffic will break. */
    ERROR,
    /** It works by luck, or is not what it looks like. */
    WARNING,
    /** Worth knowing; fails nothing. */
    INFO;

    /** Returns the name as reports write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
