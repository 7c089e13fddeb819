package dev.bulkhead.engine.practice;

import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The order in which Compose starts services without a profile: what a service depends on comes first. */
final class StartOrder {

    private StartOrder() {}

    static List<String> of(Topology topology) {
        Set<String> order = new LinkedHashSet<>();
        Set<String> visiting = new LinkedHashSet<>();
        topology.services().values().stream()
                .filter(s -> s.profiles().isEmpty())
                .forEach(s -> visit(s, topology, visiting, order));
        return List.copyOf(order);
    }

    private static void visit(Service service, Topology topology, Set<String> visiting, Set<String> order) {
        if (!visiting.add(service.key())) {
            return;
        }
        for (Dependency dependency : service.dependsOn()) {
            topology.service(dependency.service()).ifPresent(s -> visit(s, topology, visiting, order));
        }
        if (service.networkMode() instanceof NetworkMode.OfService(String owner)) {
            topology.service(owner).ifPresent(s -> visit(s, topology, visiting, order));
        }
        order.add(service.key());
    }
}
