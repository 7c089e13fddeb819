package dev.bulkhead.migrate.live;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Downtime of a service.
 *
 * @param away from the moment it stopped to the moment it ran again
 * @param untilReady from the moment it stopped to the moment it was healthy again
 */
public record Downtime(Duration away, Duration untilReady) {

    public static final Downtime NONE = new Downtime(Duration.ZERO, Duration.ZERO);

    /** Returns the sum of two. */
    public Downtime plus(Downtime other) {
        return new Downtime(away.plus(other.away), untilReady.plus(other.untilReady));
    }

    /** Returns what was added between two sums; services that nothing was added to are left out. */
    public static Map<String, Downtime> between(Map<String, Downtime> before, Map<String, Downtime> after) {
        Map<String, Downtime> added = new TreeMap<>();
        after.forEach((service, sum) -> {
            Downtime old = before.getOrDefault(service, NONE);
            Downtime more = new Downtime(sum.away.minus(old.away), sum.untilReady.minus(old.untilReady));
            if (!more.equals(NONE)) {
                added.put(service, more);
            }
        });
        return added;
    }

    /** Returns how long services were away, for instance {@code , sonarr away for 1.4 s}; empty when none was. */
    public static String words(Map<String, Downtime> during) {
        return during.entrySet().stream()
                .map(service -> String.format(
                        Locale.ROOT,
                        ", %s away for %.1f s",
                        service.getKey(),
                        service.getValue().untilReady.toMillis() / 1000.0))
                .collect(Collectors.joining());
    }
}
