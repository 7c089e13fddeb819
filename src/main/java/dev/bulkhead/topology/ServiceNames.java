package dev.bulkhead.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names of a project's services: what containers on its networks look up (key, container name, host name, aliases), and
 * whose network namespace answers.
 */
public final class ServiceNames {

    private final Topology topology;
    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byContainer = new HashMap<>();

    public ServiceNames(Topology topology) {
        this.topology = topology;
        topology.services().keySet().forEach(key -> byName.put(key, key));
        for (Service service : topology.services().values()) {
            String key = service.key();
            service.container().containerName().ifPresent(name -> {
                byName.putIfAbsent(name, key);
                byContainer.put(name, key);
            });
            byContainer.putIfAbsent(topology.project() + "-" + key + "-1", key);
            service.container().hostname().ifPresent(name -> byName.putIfAbsent(name, key));
            for (Attachment attachment : service.attachments()) {
                attachment.aliases().forEach(alias -> byName.putIfAbsent(alias, key));
            }
        }
    }

    /** Returns the service that has a name. */
    public Optional<String> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns the service that a name leads to: of one that shares a network namespace, the namespace's owner. */
    public Optional<String> reached(String name) {
        return named(name).map(this::owner);
    }

    /**
     * Returns the service whose network namespace a service uses; itself when it has its own, the last of the project when
     * the chain leads out of it.
     */
    public String owner(String service) {
        String current = service;
        // a chain longer than the project is a cycle, which Compose refuses
        for (int hops = 0; hops < topology.services().size(); hops++) {
            Optional<String> next = topology.service(current).flatMap(s -> lender(s.networkMode()));
            if (next.isEmpty()) {
                return current;
            }
            current = next.get();
        }
        return current;
    }

    /** Returns the service whose network namespace a service uses; empty where that is none of the project's. */
    public Optional<Service> namespace(Service service) {
        return topology.service(owner(service.key())).filter(owner -> !borrows(owner.networkMode()));
    }

    private Optional<String> lender(NetworkMode mode) {
        return switch (mode) {
            case NetworkMode.OfService(String key) -> topology.service(key).map(Service::key);
            case NetworkMode.OfContainer(String name) -> Optional.ofNullable(byContainer.get(name));
            case NetworkMode.Networks _,
                    NetworkMode.Host _,
                    NetworkMode.None _,
                    NetworkMode.DefaultBridge _,
                    NetworkMode.Named _ -> Optional.empty();
        };
    }

    private static boolean borrows(NetworkMode mode) {
        return mode instanceof NetworkMode.OfService || mode instanceof NetworkMode.OfContainer;
    }
}
