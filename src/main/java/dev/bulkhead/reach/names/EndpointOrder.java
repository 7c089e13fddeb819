package dev.bulkhead.reach.names;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Order of a container's networks: by priority, internal ones last, those with gateways of both families first, then by name (moby
 * {@code Endpoint.Less}). Names are asked for in this order.
 *
 * @param topology the project
 * @param external options of external networks by real name, where the engine told them
 * @param order how the engine orders networks
 */
record EndpointOrder(Topology topology, Map<String, NetworkOptions> external, NetworkOrder order) {

    private record Endpoint(String name, NetworkOptions options, int priority) {}

    /**
     * Returns the real names of a service's networks, of which the first that knows a name answers. On older engines that is so
     * for each family of addresses: those asked for IPv4, and those that have IPv6, so that two may answer for one name.
     */
    List<List<String>> inTurn(Service service) {
        if (service.networkMode() instanceof NetworkMode.Named(String network)) {
            return List.of(List.of(network));
        }
        List<Endpoint> endpoints = new ArrayList<>(service.attachments().size());
        for (Attachment attachment : service.attachments()) {
            topology.network(attachment.network())
                    .ifPresent(network -> endpoints.add(new Endpoint(
                            network.name(), options(network), order.priorities() ? attachment.gwPriority() : 0)));
        }
        endpoints.sort(Comparator.comparingInt((Endpoint endpoint) -> -endpoint.priority())
                .thenComparing(endpoint -> endpoint.options().internal())
                .thenComparing(endpoint -> !both(endpoint.options()))
                .thenComparing(Endpoint::name));
        List<String> all = endpoints.stream().map(Endpoint::name).toList();
        return order.priorities()
                ? List.of(all)
                : List.of(
                        all,
                        endpoints.stream()
                                .filter(endpoint -> endpoint.options().enableIpv6())
                                .map(Endpoint::name)
                                .toList());
    }

    /** Engines that know no priorities give IPv4 addresses whatever is stated; what counts is whether there is a gateway for both. */
    private boolean both(NetworkOptions options) {
        boolean gateways = order == NetworkOrder.WITH_INTERNAL_GATEWAYS || !options.internal();
        return options.enableIpv6() && gateways && (options.enableIpv4() || !order.priorities());
    }

    private NetworkOptions options(Network network) {
        return network.external() ? external.getOrDefault(network.name(), network.options()) : network.options();
    }
}
