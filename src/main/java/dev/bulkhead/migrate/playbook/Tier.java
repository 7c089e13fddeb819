package dev.bulkhead.migrate.playbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A role that services share, and the network that stands for it.
 *
 * @param id the role's short name, for instance {@code frontend}
 * @param network the key of its network, for instance {@code frontend-net}
 * @param purpose one line for people
 * @param traits what holds for it
 * @param words parts of names that tell of it, for images that the catalogue does not know
 */
public record Tier(String id, String network, String purpose, Set<Trait> traits, List<String> words) {

    public Tier {
        traits = Set.copyOf(traits);
        words = List.copyOf(words);
    }

    /** What holds for a tier. */
    public enum Trait {
        /** The internet or people come in here; what works behind joins only where the files show the need. */
        EXPOSED,
        /** Its services keep what others must not have; nobody joins but where the files show the need. */
        GUARDED,
        /** Its network has no way out. */
        INTERNAL,
        /** Requests reach it through the reverse proxy. */
        ENTERED,
        /** The reverse proxy joins it although nothing stands in it yet. */
        RESERVED,
        /** Metrics are collected from it over the network. */
        COLLECTED;

        /** Returns the name as playbooks write it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the trait of a name, if it is one. */
        public static Optional<Trait> parse(String text) {
            for (Trait trait : values()) {
                if (trait.text().equals(text)) {
                    return Optional.of(trait);
                }
            }
            return Optional.empty();
        }
    }

    /** Returns whether something holds for it. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Returns whether its network has no way out. */
    public boolean internal() {
        return is(Trait.INTERNAL);
    }
}
