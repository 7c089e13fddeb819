package dev.bulkhead.migrate.outside;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What users saw of a run, from the answers of published ports.
 *
 * @param every how long it was between two requests to one port, which is how exact the gaps are
 * @param ports the figures of each port
 * @param unasked service to the reason why it was not asked
 */
public record SeenFromOutside(Duration every, List<DoorFigures> ports, SortedMap<String, String> unasked) {

    public SeenFromOutside {
        ports = List.copyOf(ports);
        unasked = Collections.unmodifiableSortedMap(new TreeMap<>(unasked));
    }

    /** Stretch of a run. */
    public enum Way {
        /** The change itself, with its verification. */
        THERE,
        /** The way back. */
        BACK
    }

    /** What was seen of one stretch of a run. */
    public record Stretch(Way way, SeenFromOutside seen) {}

    /** Returns how many requests were sent. */
    public int asked() {
        return ports.stream().mapToInt(DoorFigures::asked).sum();
    }

    /** Returns how many of them failed. */
    public int failed() {
        return ports.stream().mapToInt(DoorFigures::failed).sum();
    }

    /** Returns the services some of whose requests failed to how long the port that was away longest did not serve. */
    public SortedMap<String, Duration> interrupted() {
        SortedMap<String, Duration> services = new TreeMap<>();
        ports.stream()
                .filter(port -> port.failed() > 0)
                .forEach(port ->
                        services.merge(port.door().service(), port.away(), (a, b) -> a.compareTo(b) > 0 ? a : b));
        return services;
    }

    /** Returns the services that were asked. */
    public List<String> services() {
        return ports.stream()
                .map(port -> port.door().service())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the mean time that an interrupted service was away; zero when none was. */
    public Duration mean() {
        SortedMap<String, Duration> gaps = interrupted();
        return gaps.isEmpty()
                ? Duration.ZERO
                : gaps.values().stream().reduce(Duration.ZERO, Duration::plus).dividedBy(gaps.size());
    }

    /** Returns the longest time that any one service was away. */
    public Duration longest() {
        return interrupted().values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
