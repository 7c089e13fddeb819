package dev.bulkhead.check.stack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of what becomes of keys in a stack, for whoever makes one. */
public final class StackTables {

    /**
     * What is known of a key that a stack refuses or drops.
     *
     * @param meaning what follows, as the part of a sentence; empty where nothing is to be said
     * @param remedy what would be right, as a sentence
     */
    public record Loss(String meaning, String remedy) {}

    private StackTables() {}

    /** Returns what is known of a key if a stack refuses or drops it for some value. */
    public static Optional<Loss> loss(List<String> path) {
        return Stream.concat(ServiceKeys.ALL.stream(), ResourceKeys.ALL.stream())
                .filter(key -> key.fate() != StackFate.CHANGED && key.path().matches(path))
                .findFirst()
                .map(key -> new Loss(key.meaning(), key.remedy()));
    }
}
