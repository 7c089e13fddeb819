package dev.bulkhead.migrate.iteration.span;

import dev.bulkhead.migrate.iteration.IterationHost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be known of hosts before a network spans them, and what cannot be known before. */
final class HostNotes {

    /** Clocks are asked one after the other; so far apart they may look without being so. */
    private static final Duration ASKING = Duration.ofSeconds(5);

    /** The releases on which networks over hosts were tried. */
    private static final String TRIED = "28.";

    private HostNotes() {}

    /**
     * Returns what an operator is told, as sentences.
     *
     * @param joining whether hosts come into a Swarm with this change
     */
    static List<String> of(List<IterationHost> hosts, boolean joining) {
        List<String> notes = new ArrayList<>();
        if (joining) {
            notes.add(
                    "The hosts have to reach each other on TCP 2377 and 7946 and on UDP 7946 and 4789. Whether a firewall between"
                            + " them lets that through shows when they join, and when packets cross: what does not work then is taken back.");
        }
        versions(hosts).ifPresent(notes::add);
        clocks(hosts).ifPresent(notes::add);
        return notes;
    }

    private static Optional<String> versions(List<IterationHost> hosts) {
        if (hosts.stream().allMatch(host -> host.look().version().startsWith(TRIED))) {
            return Optional.empty();
        }
        return Optional.of(hosts.stream()
                .map(host -> host.name() + " has "
                        + (host.look().version().isEmpty()
                                ? "one that it does not tell"
                                : host.look().version()))
                .collect(Collectors.joining(", ", "Networks over hosts were tried on engines 28.5 alone: ", ".")));
    }

    private static Optional<String> clocks(List<IterationHost> hosts) {
        List<String> silent = hosts.stream()
                .filter(host -> host.look().clock().isEmpty())
                .map(IterationHost::name)
                .toList();
        if (!silent.isEmpty()) {
            return Optional.of("What the clock shows on " + String.join(", ", silent)
                    + " is not known; a Swarm wants clocks that agree.");
        }
        Comparator<IterationHost> byClock = Comparator.comparing(HostNotes::clock);
        Optional<IterationHost> first = hosts.stream().min(byClock);
        Optional<IterationHost> last = hosts.stream().max(byClock);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        Duration apart = Duration.between(clock(first.get()), clock(last.get()));
        return apart.compareTo(ASKING) <= 0
                ? Optional.empty()
                : Optional.of(
                        "The clock of " + last.get().name() + " is " + apart.toSeconds() + " s ahead of that of "
                                + first.get().name()
                                + ". A Swarm's certificates are valid by the clock: set both by a time server before they join.");
    }

    private static Instant clock(IterationHost host) {
        return host.look().clock().orElse(Instant.EPOCH);
    }
}
