package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which service answers to a name on the project's networks: its key, container name, host name and aliases. */
final class ServiceNames {

    private final Topology topology;
    private final Map<String, String> byName = new HashMap<>();

    ServiceNames(Topology topology) {
        this.topology = topology;
        topology.services().keySet().forEach(key -> byName.put(key, key));
        for (Service service : topology.services().values()) {
            service.container().containerName().ifPresent(name -> byName.putIfAbsent(name, service.key()));
            service.container().hostname().ifPresent(name -> byName.putIfAbsent(name, service.key()));
            service.attachments().stream()
                    .flatMap(a -> a.aliases().stream())
                    .forEach(alias -> byName.putIfAbsent(alias, service.key()));
        }
    }

    /** Returns the service that a name leads to: of one that shares a network namespace, the namespace's owner. */
    Optional<String> reached(String name) {
        return Optional.ofNullable(byName.get(name)).map(this::owner);
    }

    /** Returns the service whose network namespace a service uses; itself when it has its own. */
    String owner(String service) {
        String current = service;
        // a chain longer than the project is a cycle, which Compose refuses
        for (int hops = 0; hops < topology.services().size(); hops++) {
            Optional<Service> found = topology.service(current);
            if (found.isPresent() && found.get().networkMode() instanceof NetworkMode.OfService(String next)) {
                current = next;
            } else {
                return current;
            }
        }
        return current;
    }
}
