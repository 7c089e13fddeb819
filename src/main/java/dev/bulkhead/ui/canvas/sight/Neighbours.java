package dev.bulkhead.ui.canvas.sight;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Neighbours of elements: the networks of services with whoever meets there, the members of networks. */
final class Neighbours {

    private Neighbours() {}

    /** Returns elements with their neighbours; those that the project does not have are left out. */
    static Set<GraphElement> of(Topology topology, Set<GraphElement> elements) {
        Set<String> services = new LinkedHashSet<>();
        Set<String> networks = new LinkedHashSet<>();
        for (GraphElement element : elements) {
            switch (element) {
                case Element.ServiceElement(String key) -> {
                    topology.service(key).ifPresent(service -> services.add(key));
                    networks.addAll(networks(topology, key));
                }
                case Element.NetworkElement(String key) ->
                    topology.network(key).ifPresent(network -> networks.add(key));
                case Element.MembershipElement(String service, String network) ->
                    topology.network(network)
                            .filter(n -> topology.service(service).isPresent())
                            .ifPresent(n -> networks.add(network));
            }
        }
        for (Service service : topology.services().values()) {
            if (networks(topology, service.key()).stream().anyMatch(networks::contains)) {
                services.add(service.key());
            }
        }
        Set<GraphElement> all = new LinkedHashSet<>();
        services.forEach(key -> all.add(Element.service(key)));
        networks.forEach(key -> all.add(Element.network(key)));
        return all;
    }

    /** Returns the networks of a service; who shares another's is on them with it. */
    static List<String> networks(Topology topology, String key) {
        Service service = topology.service(key).orElse(null);
        if (service != null && service.networkMode() instanceof NetworkMode.OfService(String owner)) {
            service = topology.service(owner).orElse(null);
        }
        return service == null
                ? List.of()
                : service.attachments().stream().map(Attachment::network).toList();
    }
}
