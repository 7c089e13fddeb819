package dev.bulkhead.reach.rules;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Progress of a project on its path: what decides which rules hold already and which are goals.
 *
 * @param known ids of the iterations there are; empty where nobody knows them
 * @param done ids of the iterations that are done
 */
public record Progress(Set<String> known, Set<String> done) {

    /** Nothing is done, as far as anybody knows. */
    public static final Progress NONE = new Progress(Set.of(), Set.of());

    public Progress {
        known = Set.copyOf(known);
        done = Set.copyOf(done);
    }

    /** Returns this progress with one more iteration done. */
    public Progress with(String iteration) {
        return new Progress(
                known, Stream.concat(done.stream(), Stream.of(iteration)).collect(Collectors.toSet()));
    }

    /** Returns whether an iteration that a rule waits for is none that there is. */
    boolean unheardOf(String iteration) {
        return !known.isEmpty() && !known.contains(iteration);
    }
}
