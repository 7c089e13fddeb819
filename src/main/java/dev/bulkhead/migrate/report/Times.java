package dev.bulkhead.migrate.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and lengths as reports write them. */
public final class Times {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Times() {}

    /** Returns the day of a moment, in UTC. */
    public static String day(Instant at) {
        return DAY.format(at);
    }

    /** Returns a moment to the second, in UTC. */
    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** Returns for instance {@code 0.4 s}, {@code 12 s} or {@code 2 min 5 s}. */
    public static String length(Duration time) {
        if (time.toSeconds() >= 60) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toSeconds() >= 10
                ? time.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
