package dev.bulkhead.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Needs of an image's containers of their host; what is empty is not known, and is then not taken from them.
 *
 * @param capabilities what to give back once all are dropped
 * @param escalates why its program has to gain privileges by files of the image, as part of a sentence
 * @param user whom it can run as, where that is not root
 * @param root what a read-only root asks for
 * @param memory least memory that its makers ask for, as Compose writes it
 * @param engine which parts of the engine's API it calls
 */
public record ImageNeeds(
        Optional<List<String>> capabilities,
        Optional<String> escalates,
        Optional<String> user,
        Root root,
        Optional<String> memory,
        Optional<EngineCalls> engine) {

    /** Nothing is known. */
    public static final ImageNeeds UNKNOWN = new ImageNeeds(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Root(Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty());

    public ImageNeeds {
        capabilities = capabilities.map(List::copyOf);
    }

    /**
     * Root of a container's file system.
     *
     * @param scratch directories that may be empty at every start
     * @param rewrites why it cannot be read-only, as part of a sentence
     */
    public record Root(Optional<List<String>> scratch, Optional<String> rewrites) {
        public Root {
            scratch = scratch.map(List::copyOf);
        }
    }

    /**
     * Calls of the engine's API that an image makes.
     *
     * @param calls the switches of docker-socket-proxy that allow them
     * @param told how it is told where the API is
     */
    public record EngineCalls(List<String> calls, Told told) {
        public EngineCalls {
            calls = List.copyOf(calls);
        }
    }

    /** How an image is told where the engine's API is. */
    public sealed interface Told {

        /** By a variable of its environment. */
        record ByVariable(String name) implements Told {}

        /** By an option of its command, with all that stands before the address. */
        record ByArgument(String option) implements Told {}

        /** By a file of its own. */
        record ByFile() implements Told {}
    }
}
