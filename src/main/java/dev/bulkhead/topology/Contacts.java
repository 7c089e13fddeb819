package dev.bulkhead.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Contacts of a container: other hosts that it is told of beside its settings.
 *
 * @param links {@code links} and {@code external_links}, in file order
 * @param extraHosts lines of its hosts file ({@code extra_hosts}), name to addresses joined by blanks, in file order
 * @param healthTest what its health check runs, in words, with values that can be secrets: never print or log them
 * @param entrypoint what it starts instead of the image's program ({@code entrypoint}), in words; never to be printed either
 */
public record Contacts(
        List<Link> links, SequencedMap<String, String> extraHosts, List<String> healthTest, List<String> entrypoint) {

    /** Health test that says that there is none, also none of the image. */
    public static final List<String> NO_HEALTH = List.of("NONE");

    /** It is told of nobody. */
    public static final Contacts NONE = new Contacts(List.of(), new LinkedHashMap<>(), List.of(), List.of());

    public Contacts {
        links = List.copyOf(links);
        extraHosts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(extraHosts));
        healthTest = List.copyOf(healthTest);
        entrypoint = List.copyOf(entrypoint);
    }

    /**
     * Another container under a name of the asker's own.
     *
     * @param target a service, or the name of a container outside the project
     * @param alias the name; without a stated one, that of the target
     * @param external whether the target is a container outside the project
     */
    public record Link(String target, String alias, boolean external) {

        /** Returns the link of {@code TARGET[:ALIAS]}. */
        public static Link parse(String text, boolean external) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Link(text, text, external)
                    : new Link(text.substring(0, colon), text.substring(colon + 1), external);
        }
    }

    /** Leaves out what health check and entrypoint run, which can hold secrets. */
    @Override
    public String toString() {
        return "Contacts[links=" + links + ", extraHosts=" + extraHosts + "]";
    }
}
