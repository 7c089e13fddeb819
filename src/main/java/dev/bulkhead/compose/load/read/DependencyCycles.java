package dev.bulkhead.compose.load.read;

import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finder of services that wait for each other in a circle, in time linear in the number of dependencies. */
final class DependencyCycles {

    private final Topology topology;
    private final Set<String> active;
    private final Set<String> done = new HashSet<>();

    DependencyCycles(Topology topology, Set<String> active) {
        this.topology = topology;
        this.active = active;
    }

    /** Returns the services of the first circle, each waiting for the next. */
    Optional<List<String>> find() {
        for (String start : active) {
            Optional<List<String>> cycle = walk(start);
            if (cycle.isPresent()) {
                return cycle;
            }
        }
        return Optional.empty();
    }

    private Optional<List<String>> walk(String start) {
        Map<String, Iterator<String>> open = new LinkedHashMap<>();
        Deque<String> stack = new ArrayDeque<>();
        if (!done.contains(start)) {
            stack.push(start);
            open.put(start, targets(start));
        }
        while (!stack.isEmpty()) {
            Iterator<String> targets =
                    open.getOrDefault(stack.element(), List.<String>of().iterator());
            if (!targets.hasNext()) {
                String finished = stack.pop();
                open.remove(finished);
                done.add(finished);
                continue;
            }
            String target = targets.next();
            if (open.containsKey(target)) {
                List<String> path = new ArrayList<>(open.keySet());
                return Optional.of(path.subList(path.indexOf(target), path.size()));
            }
            if (!done.contains(target)) {
                stack.push(target);
                open.put(target, targets(target));
            }
        }
        return Optional.empty();
    }

    private Iterator<String> targets(String service) {
        return topology.service(service).map(Service::dependsOn).orElse(List.of()).stream()
                .map(Dependency::service)
                .filter(active::contains)
                .iterator();
    }
}
