package dev.bulkhead.migrate;

import dev.bulkhead.engine.ObservedContainer;
import dev.bulkhead.engine.ObservedState;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Services whose containers are there and not what the files say. */
final class OutdatedServices {

    private OutdatedServices() {}

    /**
     * Returns service to why, as part of a sentence.
     *
     * @param hashes service to the hash of its configuration, as Compose would label a container made now
     */
    static SortedMap<String, String> of(Topology topology, ObservedState observed, Map<String, String> hashes) {
        SortedMap<String, String> outdated = new TreeMap<>();
        for (Service service : topology.services().values()) {
            Optional<ObservedContainer> container = observed.container(topology.project(), service.key());
            if (container.isEmpty()) {
                continue;
            }
            if (container.get().status().state() != ObservedContainer.RunState.RUNNING) {
                outdated.put(service.key(), "does not run");
            } else if (differs(service, container.get(), hashes)) {
                outdated.put(service.key(), "was created from other settings than the files have now");
            }
        }
        return outdated;
    }

    /** The hash of one that shares a namespace holds the id of the owner's container, which no file knows. */
    private static boolean differs(Service service, ObservedContainer container, Map<String, String> hashes) {
        String wanted = hashes.get(service.key());
        String found = container.labels().get(ObservedContainer.HASH_LABEL);
        return !(service.networkMode() instanceof NetworkMode.OfService)
                && wanted != null
                && found != null
                && !wanted.equals(found);
    }
}
