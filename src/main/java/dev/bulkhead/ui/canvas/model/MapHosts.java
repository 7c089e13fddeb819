package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.HostColumns;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.ui.canvas.model.PortBadge.Audience;
import dev.bulkhead.ui.words.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hosts as the map shows them, where there are several.
 *
 * @param columns what runs where
 * @param faces how each host is, by its name
 * @param apart keys of the networks that each of several hosts has one of its own of, without packets between them
 */
public record MapHosts(HostColumns columns, Map<String, Face> faces, Set<String> apart) {

    /** One host, or none. */
    public static final MapHosts NONE = new MapHosts(HostColumns.NONE, Map.of(), Set.of());

    public MapHosts {
        faces = Map.copyOf(faces);
        apart = Set.copyOf(apart);
    }

    /**
     * How a host is.
     *
     * @param answers whether its engine answers
     * @param open its ports that the LAN reaches, of all projects, lowest first; empty where it does not answer
     */
    public record Face(boolean answers, Optional<List<Integer>> open) {

        private static final int NAMED = 4;

        /** A host whose engine does not answer: what is open there is not known. */
        public static final Face SILENT = new Face(false, Optional.empty());

        /** Returns a host that answers, with the ports that its running containers publish. */
        public static Face answering(Collection<PortMapping> published) {
            return new Face(
                    true,
                    Optional.of(published.stream()
                            .filter(port -> Audience.of(port) != Audience.HOST_ONLY)
                            .flatMap(port -> port.published().stream())
                            .filter(port -> port.chars().allMatch(Character::isDigit))
                            .map(Integer::valueOf)
                            .distinct()
                            .sorted()
                            .toList()));
        }

        /** Returns what is said beside the host's name. */
        public String words() {
            if (open.isEmpty()) {
                return Words.of("maphosts.does-not-answer");
            }
            List<Integer> ports = open.get();
            if (ports.isEmpty()) {
                return Words.of("maphosts.nothing-open");
            }
            String named = String.join(
                    ", ", ports.stream().limit(NAMED).map(String::valueOf).toList());
            return ports.size() > NAMED
                    ? Words.of("maphosts.open-and-more", named, ports.size() - NAMED)
                    : Words.of("maphosts.open", named);
        }
    }
}
