package dev.bulkhead.check.stack.make;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Service of a stack, as it is exchanged for its containers.
 *
 * @param key its name
 * @param replicas how many tasks it has; empty where each host runs one
 * @param startFirst whether its tasks may run before the containers stop: it has neither state nor a port of its host
 * @param restart the restart policy of its containers, which they get back on the way back
 * @param networks the names of its networks, each with the names it answers to there
 */
public record StackService(
        String key,
        Optional<Integer> replicas,
        boolean startFirst,
        String restart,
        Map<String, List<String>> networks) {}
