package dev.bulkhead.migrate.goal;

import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Order in which services come onto a network that spans hosts: who calls before whom he calls. Names of such a network win over
 * those of a bridge, and a container that joins is told them an instant before packets get through: what it looks up then is not
 * answered (seen on 28.5). Who is there already learns of one that joins when it can be reached.
 */
public final class CallersFirst {

    private CallersFirst() {}

    /**
     * Returns services in that order; where some call each other in a circle, whoever has fewest callers left comes first.
     *
     * @param flows who calls whom, as far as it is known
     */
    public static List<String> of(Collection<String> services, List<MustFlow> flows, Topology topology) {
        Map<String, Set<String>> callers = new TreeMap<>();
        services.forEach(service -> callers.put(service, new TreeSet<>()));
        flows.stream().filter(flow -> !flow.forbidden()).forEach(flow -> called(callers, flow.from(), flow.to()));
        for (Service service : topology.services().values()) {
            for (Dependency dependency : service.dependsOn()) {
                called(callers, service.key(), dependency.service());
            }
        }
        List<String> order = new ArrayList<>();
        while (!callers.isEmpty()) {
            String next = callers.entrySet().stream()
                    .min(Comparator.comparingInt((Map.Entry<String, Set<String>> entry) ->
                            entry.getValue().size()))
                    .orElseThrow()
                    .getKey();
            callers.remove(next);
            callers.values().forEach(left -> left.remove(next));
            order.add(next);
        }
        return List.copyOf(order);
    }

    private static void called(Map<String, Set<String>> callers, String from, String to) {
        Set<String> known = callers.get(to);
        if (known != null && callers.containsKey(from) && !from.equals(to)) {
            known.add(from);
        }
    }
}
