package dev.bulkhead.cli.output;

import java.time.Duration;
import java.util.Locale;

/** Words of the command line for times and states. */
public final class StatusWords {

    private StatusWords() {}

    /** Returns seconds with one decimal. */
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** Returns an enum's name as words. */
    public static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
