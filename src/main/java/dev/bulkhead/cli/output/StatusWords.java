package dev.bulkhead.cli;

import java.time.Duration;
import java.util.Locale;

/** How the command line speaks of times and states. */
final class StatusWords {

    private StatusWords() {}

    /** Returns seconds with one decimal. */
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** Returns an enum's name as words. */
    static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
