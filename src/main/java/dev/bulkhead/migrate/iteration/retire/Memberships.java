package dev.bulkhead.migrate.iteration.retire;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Memberships of a project's services without one network, growing by what replaces it; each with its reason. */
final class Memberships {

    private final SortedMap<String, Map<String, String>> joined = new TreeMap<>();

    Memberships(Topology topology, String without) {
        for (Service service : topology.services().values()) {
            if (service.networkMode() instanceof NetworkMode.Networks) {
                Map<String, String> networks = new LinkedHashMap<>();
                service.attachments().stream()
                        .map(Attachment::network)
                        .filter(network -> !network.equals(without))
                        .forEach(network -> networks.put(network, "It is on it already."));
                joined.put(service.key(), networks);
            }
        }
    }

    /** Returns the keys of the networks of a service, in order. */
    List<String> of(String service) {
        return List.copyOf(joined.getOrDefault(service, Map.of()).keySet());
    }

    /** Returns network to reason of a service. */
    Map<String, String> reasons(String service) {
        return joined.getOrDefault(service, Map.of());
    }

    /** Returns the services that join networks. */
    List<String> services() {
        return List.copyOf(joined.keySet());
    }

    void join(String service, String network, String reason) {
        joined.computeIfAbsent(service, key -> new LinkedHashMap<>()).putIfAbsent(network, reason);
    }

    boolean meet(String a, String b) {
        return of(a).stream().anyMatch(of(b)::contains);
    }

    /** Returns the services that a service would meet on a network and does not meet yet. */
    List<String> newlyMet(String service, String network) {
        List<String> met = new ArrayList<>();
        for (String other : joined.keySet()) {
            if (!other.equals(service) && of(other).contains(network) && !meet(service, other)) {
                met.add(other);
            }
        }
        return met;
    }
}
