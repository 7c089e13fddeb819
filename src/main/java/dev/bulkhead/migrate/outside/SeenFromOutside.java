package dev.bulkhead.migrate.outside;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What users saw of a run, from the answers of published ports.
 *
 * @param every how long it was between two requests to one port, which is how exact the gaps are
 * @param ports the figures of each port
 * @param unasked service to the reason why it was not asked
 */
public record SeenFromOutside(Duration every, List<DoorFigures> ports, SortedMap<String, String> unasked) {

    /** Nobody looked. */
    public static final SeenFromOutside NOTHING =
            new SeenFromOutside(Duration.ZERO, List.of(), new TreeMap<>());

    public SeenFromOutside {
        ports = List.copyOf(ports);
        unasked = Collections.unmodifiableSortedMap(new TreeMap<>(unasked));
    }

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
                .forEach(port -> services.merge(
                        port.door().service(), port.away(), (a, b) -> a.compareTo(b) > 0 ? a : b));
        return services;
    }

    /** Returns the services that were asked. */
    public List<String> services() {
        return ports.stream().map(port -> port.door().service()).distinct().sorted().toList();
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

    /** Returns what two stretches of one run show together. */
    public SeenFromOutside plus(SeenFromOutside other) {
        SortedMap<String, String> both = new TreeMap<>(unasked);
        both.putAll(other.unasked);
        return new SeenFromOutside(
                every.compareTo(other.every) > 0 ? every : other.every,
                Stream.concat(ports.stream(), other.ports.stream()).toList(),
                both);
    }
}
