package dev.bulkhead.ui.status;

import dev.bulkhead.ui.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Age of figures in words.
 *
 * @param now the moment at which it is asked
 * @param zone the zone times are shown in
 */
record Age(Instant now, ZoneId zone) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Duration MOMENT = Duration.ofSeconds(5);

    /** Returns for instance {@code just now}, {@code 12 s ago (14:02:10)} or {@code 2026-01-05 14:02:10}. */
    String of(Instant at) {
        Duration age = Duration.between(at, now);
        if (age.toDays() > 0) {
            return DAY.format(at.atZone(zone));
        }
        return words(age) + " (" + CLOCK.format(at.atZone(zone)) + ")";
    }

    private static String words(Duration age) {
        if (age.compareTo(MOMENT) < 0) {
            return Words.of("age.just-now");
        }
        if (age.toMinutes() == 0) {
            // in steps, so that what is read does not jump
            return Words.of("age.s-ago", age.toSeconds() / 5 * 5);
        }
        return age.toHours() == 0 ? Words.of("age.min-ago", age.toMinutes()) : Words.of("age.h-ago", age.toHours());
    }
}
