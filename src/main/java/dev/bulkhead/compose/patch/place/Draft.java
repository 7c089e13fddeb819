package dev.bulkhead.compose.patch.place;

import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes of text that may carry an edit out; still to be verified by reading the result.
 *
 * @param splices changes of files that are part of the project, by name
 * @param others whole new texts of further files, such as a new Compose file or {@code .env}
 * @param note what the operator should know about this way of doing it
 */
public record Draft(Map<String, List<Splice>> splices, Map<Path, String> others, Optional<String> note) {

    public static final Draft EMPTY = new Draft(Map.of(), Map.of(), Optional.empty());

    public static Draft of(SourceFile file, List<Splice> splices) {
        return new Draft(Map.of(file.name(), splices), Map.of(), Optional.empty());
    }

    public static Draft other(Path file, String text) {
        return new Draft(Map.of(), Map.of(file, text), Optional.empty());
    }

    public Draft and(Draft more) {
        Map<String, List<Splice>> all = new LinkedHashMap<>(splices);
        more.splices.forEach((file, added) -> all.merge(file, added, (a, b) -> {
            List<Splice> joined = new ArrayList<>(a);
            b.stream().filter(s -> !joined.contains(s)).forEach(joined::add);
            return joined;
        }));
        Map<Path, String> texts = new LinkedHashMap<>(others);
        texts.putAll(more.others);
        return new Draft(all, texts, note.or(more::note));
    }

    /** Step for one of several places. */
    @FunctionalInterface
    public interface Step<P> {

        /** Returns the changes at a place. */
        Draft at(P place) throws EditRejectedException;
    }

    /**
     * Returns the changes at all places together.
     *
     * @throws EditRejectedException if they cannot be made at one of them
     */
    public static <P> Draft all(List<P> places, Step<P> step) throws EditRejectedException {
        Draft draft = EMPTY;
        for (P place : places) {
            draft = draft.and(step.at(place));
        }
        return draft;
    }

    /** Returns whether another changes text at the same place as this one. */
    public boolean overlaps(Draft other) {
        return other.splices.entrySet().stream()
                .anyMatch(entry -> entry.getValue().stream()
                        .anyMatch(splice -> splices.getOrDefault(entry.getKey(), List.of()).stream()
                                .anyMatch(splice::touches)));
    }

    public Draft noting(String sentence) {
        return new Draft(splices, others, Optional.of(sentence));
    }

    boolean isEmpty() {
        return splices.values().stream().allMatch(List::isEmpty) && others.isEmpty();
    }

    /** A candidate change for an edit, only worked out when its turn comes. */
    @FunctionalInterface
    public interface Attempt {

        /**
         * Returns the changes.
         *
         * @throws EditRejectedException if it cannot be done so, with the reason as a sentence
         */
        Draft draft() throws EditRejectedException;
    }
}
