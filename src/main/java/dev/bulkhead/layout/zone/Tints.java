package dev.bulkhead.layout.zone;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Network;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Colour families of networks, different ones as long as they last.
 *
 * <p>A network without a tier takes the spare family that its key points at, and only where that is taken the next:
 * another network in the project seldom changes it.
 */
final class Tints {

    private static final List<Tint> SPARE =
            List.of(Tint.OTHER_1, Tint.OTHER_2, Tint.OTHER_3, Tint.OTHER_4, Tint.OTHER_5, Tint.OTHER_6);

    private Tints() {}

    static SortedMap<String, Tint> of(Collection<Network> networks, Map<String, Tint> known, Set<String> rails) {
        SortedMap<String, Tint> tints = new TreeMap<>();
        Set<Tint> taken = EnumSet.noneOf(Tint.class);
        networks.forEach(network -> {
            Tint tint = rails.contains(network.key()) ? Tint.LEGACY : known.get(network.key());
            // Of two networks that were given one spare family at different times, the second looks for another.
            if (tint != null && (taken.add(tint) || !SPARE.contains(tint))) {
                tints.put(network.key(), tint);
            }
        });
        for (Network network : networks) {
            guess(network.key())
                    .filter(tint -> !tints.containsKey(network.key()) && taken.add(tint))
                    .ifPresent(tint -> tints.put(network.key(), tint));
        }
        for (Network network : networks) {
            if (!tints.containsKey(network.key())) {
                tints.put(network.key(), spare(network.key(), taken));
            }
        }
        return tints;
    }

    private static Tint spare(String key, Set<Tint> taken) {
        int wanted = Math.floorMod(key.hashCode(), SPARE.size());
        for (int i = 0; i < SPARE.size(); i++) {
            Tint tint = SPARE.get((wanted + i) % SPARE.size());
            if (taken.add(tint)) {
                return tint;
            }
        }
        return SPARE.get(wanted);
    }

    private static Optional<Tint> guess(String key) {
        List<String> parts = List.of(key.toLowerCase(Locale.ROOT).split("[-_.]"));
        for (Tint tint : Tint.values()) {
            if (tint.networkWords().stream().anyMatch(parts::contains)) {
                return Optional.of(tint);
            }
        }
        return Optional.empty();
    }
}
