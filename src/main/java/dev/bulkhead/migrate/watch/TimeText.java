package dev.bulkhead.migrate.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as the operator writes and reads them: {@code 90s}, {@code 10m}, {@code 2h}. */
public final class TimeText {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})([smh])");

    private TimeText() {}

    /** Returns the time that a text means; empty when it means none, or none at all is left. */
    public static Optional<Duration> read(String text) {
        Matcher parts = WRITTEN.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(1));
        Duration time = switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
        return Optional.of(time).filter(Duration::isPositive);
    }

    /** Returns a time for people, for instance {@code 9 min 32 s}. */
    public static String of(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        String minutes = seconds % 3600 / 60 + " min";
        if (seconds < 3600) {
            return seconds % 60 == 0 ? minutes : minutes + " " + seconds % 60 + " s";
        }
        String hours = seconds / 3600 + " h";
        return seconds % 3600 < 60 ? hours : hours + " " + minutes;
    }
}
