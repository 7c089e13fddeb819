package dev.bulkhead.reach.names;

import dev.bulkhead.topology.PortMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Container outside the project on a network that the project is on too.
 *
 * @param name what the engine calls it
 * @param project the project that it belongs to
 * @param names real name of each of its networks to the names it answers to there, where the project is on that network too
 * @param ports its published ports
 */
public record NamedOutsider(
        String name, Optional<String> project, Map<String, Set<String>> names, List<PortMapping> ports) {

    public NamedOutsider {
        Map<String, Set<String>> copy = new HashMap<>();
        names.forEach((network, known) -> copy.put(network, Set.copyOf(known)));
        names = Map.copyOf(copy);
        ports = List.copyOf(ports);
    }

    /** Returns what it is called in sentences. */
    public String words() {
        return "container " + name + project.map(of -> " of project " + of).orElse("");
    }
}
