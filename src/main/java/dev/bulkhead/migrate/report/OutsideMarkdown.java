package dev.bulkhead.migrate.report;

import dev.bulkhead.migrate.outside.DoorFigures;
import dev.bulkhead.migrate.outside.SeenFromOutside;
import dev.bulkhead.topology.Counted;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Part of a report that tells what users saw: requests to published ports, those that failed, and how the gaps are distributed. */
final class OutsideMarkdown {

    private final Consumer<String> page;

    /** Writes lines somewhere. */
    OutsideMarkdown(Consumer<String> page) {
        this.page = page;
    }

    /** Returns what was seen in a few words, for the head of a report; empty when nothing was asked. */
    static String words(List<SeenFromOutside.Stretch> stretches) {
        return stretches.stream()
                .filter(stretch -> !stretch.seen().ports().isEmpty())
                .map(stretch ->
                        (stretch.way() == SeenFromOutside.Way.BACK ? "on the way back " : "") + words(stretch.seen()))
                .collect(Collectors.joining("; "));
    }

    private static String words(SeenFromOutside seen) {
        int hit = seen.interrupted().size();
        int services = seen.services().size();
        return (hit == 0
                        ? "none of " + services + " services interrupted"
                        : hit + " of " + services + " services interrupted, " + exact(seen.longest()) + " at most")
                + ", seen from outside";
    }

    void write(List<SeenFromOutside.Stretch> stretches) {
        for (SeenFromOutside.Stretch stretch : stretches) {
            page.accept("");
            page.accept(
                    switch (stretch.way()) {
                        case THERE -> "### Seen from Outside";
                        case BACK -> "### Seen from Outside on the Way Back";
                    });
            page.accept("");
            write(stretch.seen());
        }
    }

    private void write(SeenFromOutside seen) {
        SortedMap<String, List<String>> reasons = new TreeMap<>(seen.unasked().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList()))));
        if (seen.ports().isEmpty()) {
            page.accept("How long users were without a service is not known: no port was asked"
                    + (reasons.size() == 1 ? ", since " + reasons.firstKey() : "") + ".");
            if (reasons.size() == 1) {
                return;
            }
        } else {
            page.accept(Counted.of(seen.asked(), "request") + " to "
                    + Counted.of(seen.ports().size(), "published port") + ", each asked every "
                    + seen.every().toMillis() + " ms: " + seen.failed() + " failed ("
                    + String.format(Locale.ROOT, "%.2f", 100.0 * seen.failed() / Math.max(1, seen.asked())) + " %).");
            page.accept(distribution(seen));
            page.accept("");
            page.accept(
                    "| Service | Port | Requests | Failed | Longest gap | All gaps | Half, 99 of 100, all answers within |");
            page.accept(
                    "|---------|------|----------|--------|-------------|----------|-------------------------------------|");
            seen.ports().forEach(this::row);
        }
        if (!reasons.isEmpty()) {
            page.accept("");
        }
        reasons.forEach((reason, services) ->
                page.accept("- Not asked: " + String.join(", ", services) + ", since " + reason + "."));
    }

    private static String distribution(SeenFromOutside seen) {
        List<Duration> gaps = seen.interrupted().values().stream().sorted().toList();
        if (gaps.isEmpty()) {
            return "No service was interrupted.";
        }
        return gaps.size() + " of " + seen.services().size() + " services were interrupted, for "
                + exact(seen.mean()) + " on average, " + exact(gaps.get(gaps.size() / 2)) + " in the middle, "
                + exact(seen.longest()) + " at most.";
    }

    private void row(DoorFigures port) {
        page.accept(
                "| " + port.door().service() + " | " + port.door().port() + " | " + port.asked() + " | " + port.failed()
                        + " | " + gap(port.longest()) + " | " + gap(port.away()) + " | "
                        + port.typical().toMillis() + ", "
                        + port.slow().toMillis() + ", " + port.slowest().toMillis() + " ms |");
    }

    private static String gap(Duration time) {
        return time.isZero() ? "none" : exact(time);
    }

    private static String exact(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
    }
}
