package dev.bulkhead.migrate.playbook;

import dev.bulkhead.topology.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * Guide to published ports, as a playbook has it.
 *
 * @param order whose ports go first: roles of images and ids of the catalogue
 * @param uses ports that are known for something else than web pages
 */
public record PortGuide(List<List<String>> order, List<Use> uses) {

    /** Knows nothing. */
    public static final PortGuide NONE = new PortGuide(List.of(), List.of());

    public PortGuide {
        order = order.stream().map(List::copyOf).toList();
        uses = List.copyOf(uses);
    }

    /**
     * What a port is known for.
     *
     * @param use what it is, in a word or two
     * @param lost what is lost without it, as part of a sentence
     */
    public record Use(int port, Protocol protocol, String use, String lost) {}

    /** Returns what a port of a container is known for. */
    public Optional<Use> use(int port, Protocol protocol) {
        return uses.stream()
                .filter(use -> use.port() == port && use.protocol() == protocol)
                .findFirst();
    }
}
