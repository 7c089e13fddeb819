package dev.bulkhead.reach.setting;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What packet rules of the host that are none of the engine's do with packets of containers and of the host, in iptables and
 * nftables.
 *
 * @param networks what they do with packets of networks, by real name
 * @param others what they do with packets of all other bridges, such as those that are not made yet
 * @param host what they do with packets between the host and what is beyond it
 * @param view how what is not certain of them is taken
 */
public record HostRules(Map<String, Passage> networks, Passage others, Passage host, View view) {

    /** Ways of packets between a container on a network and others, each with the way of its answers. */
    public enum Way {
        /** From a container to what is beyond the host. */
        OUT,
        /** From beyond the host to a container. */
        IN,
        /** Between containers on two bridges. */
        ACROSS,
        /** Between containers on one bridge, where the kernel shows packet rules what a bridge carries. */
        WITHIN,
        /** From a container to the host itself. */
        TO_HOST,
        /** From the host to a container. */
        FROM_HOST,
        /** From beyond the host to the host itself. */
        INTO_HOST,
        /** From the host to what is beyond it. */
        OUT_OF_HOST
    }

    /** How what is not certain is taken. */
    public enum View {
        /** What may be dropped is not, and what may be let past the engine's own rules is not. */
        USUAL,
        /** What may be dropped is. */
        DROPPING,
        /** What may be let past the engine's own rules is. */
        ACCEPTING
    }

    /**
     * Passage of packets by such rules.
     *
     * @param closed ways on which everything is dropped, with the rule that does
     * @param doubtful ways on which something may be dropped, with the rule that may
     * @param opened ways on which something may be accepted before the engine's own rules see it, with the rule that may
     */
    public record Passage(Map<Way, String> closed, Map<Way, String> doubtful, Map<Way, String> opened) {

        /** Nothing is dropped, and nothing let past the engine's rules. */
        public static final Passage FREE = new Passage(Map.of(), Map.of(), Map.of());

        public Passage {
            closed = Map.copyOf(closed);
            doubtful = Map.copyOf(doubtful);
            opened = Map.copyOf(opened);
        }

        private static Passage doubtfulAllWays(String rule) {
            Map<Way, String> all = new EnumMap<>(Way.class);
            EnumSet.allOf(Way.class).forEach(way -> all.put(way, rule));
            return new Passage(Map.of(), all, all);
        }

        /** Returns the rule that decides what is not certain on a way. */
        Optional<String> undecided(Way way) {
            return Optional.ofNullable(doubtful.get(way)).or(() -> Optional.ofNullable(opened.get(way)));
        }
    }

    /**
     * Ways as they are taken.
     *
     * @param closed those on which nothing gets through
     * @param opened those on which the engine's own rules keep nothing back
     */
    public record Ways(Set<Way> closed, Set<Way> opened) {

        /** Ways of a network that the host's own rules leave alone. */
        public static final Ways FREE = new Ways(Set.of(), Set.of());

        public Ways {
            closed = Set.copyOf(closed);
            opened = Set.copyOf(opened);
        }

        /** Returns whether a way is closed. */
        public boolean closed(Way way) {
            return closed.contains(way);
        }

        /** Returns whether a way is open whatever the engine's rules say. */
        public boolean opened(Way way) {
            return opened.contains(way);
        }
    }

    /** The host has none, or none that matters. */
    public static final HostRules NONE = new HostRules(Map.of(), Passage.FREE, Passage.FREE, View.USUAL);

    /** The host has some, and nobody told which. */
    public static final HostRules SOME = new HostRules(
            Map.of(),
            Passage.doubtfulAllWays("host-rules: some"),
            Passage.doubtfulAllWays("host-rules: some"),
            View.USUAL);

    public HostRules {
        networks = Map.copyOf(new TreeMap<>(networks));
    }

    /** Returns the same rules, taken otherwise. */
    public HostRules as(View other) {
        return new HostRules(networks, others, host, other);
    }

    /** Returns whether something of them is not certain that a view takes otherwise than usual. */
    public boolean leavesOpen(View other) {
        return networks.values().stream().anyMatch(passage -> leavesOpen(passage, other))
                || leavesOpen(others, other)
                || leavesOpen(host, other);
    }

    private static boolean leavesOpen(Passage passage, View other) {
        return switch (other) {
            case USUAL -> false;
            case DROPPING -> !passage.doubtful.isEmpty();
            case ACCEPTING -> !passage.opened.isEmpty();
        };
    }

    /** Returns the passage of a network's packets. */
    public Passage passage(String network) {
        return networks.getOrDefault(network, others);
    }

    /** Returns the ways of a network's packets. */
    public Ways of(String network) {
        return ways(passage(network));
    }

    /** Returns the ways of the host's own packets. */
    public Ways ofHost() {
        return ways(host);
    }

    private Ways ways(Passage passage) {
        if (passage.equals(Passage.FREE)) {
            return Ways.FREE;
        }
        Set<Way> closed = EnumSet.noneOf(Way.class);
        closed.addAll(passage.closed.keySet());
        if (view == View.DROPPING) {
            closed.addAll(passage.doubtful.keySet());
        }
        return new Ways(closed, view == View.ACCEPTING ? passage.opened.keySet() : Set.of());
    }

    /** Returns the rule that closes a way of a network. */
    public Optional<String> closing(String network, Way way) {
        return Optional.ofNullable(passage(network).closed.get(way));
    }

    /** Returns the rule that decides what is not certain on a way of a network. */
    public Optional<String> undecided(String network, Way way) {
        return passage(network).undecided(way);
    }

    /** Returns the rule that decides what is not certain on a way of the host. */
    public Optional<String> undecidedOfHost(Way way) {
        return host.undecided(way);
    }
}
