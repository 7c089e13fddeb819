package dev.bulkhead.check.proxied;

import dev.bulkhead.check.Profiles;
import dev.bulkhead.check.lint.ServiceNetworks;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.NetworkChoice;
import dev.bulkhead.proxy.route.RoutePlace;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Service that reverse proxies of a project certainly have routes to by labels or variables, over networks.
 *
 * @param service the service
 * @param ways each proxy with the network it uses
 */
record ProxiedService(Service service, List<Way> ways) {

    /** A proxy with the network over which it reaches the service. */
    record Way(ProxyServer proxy, NetworkChoice network) {

        /** Returns whether the proxy takes an address that it reaches, whichever of its candidates that is. */
        boolean safe() {
            return proxy.onHost()
                    || proxy.networks().isEmpty()
                    || network.candidates().stream().allMatch(proxy::joins);
        }

        /** Returns whether the proxy may take an address that it reaches. */
        boolean meets() {
            return proxy.meets(network);
        }
    }

    /** Returns the services of a project that its proxies reach over networks, sorted. */
    static List<ProxiedService> in(Topology topology, ServiceNetworks serviceNetworks) {
        ProxyRoutes proxies = serviceNetworks.proxies();
        Map<String, List<Way>> ways = new LinkedHashMap<>();
        proxies.routes().stream()
                .filter(route -> route.certain() && !(route.place() instanceof RoutePlace.InFile))
                .forEach(route -> route.container()
                        .filter(target -> !target.service().equals(route.proxy()))
                        .ifPresent(target -> proxies.server(route.proxy())
                                .map(proxy -> new Way(proxy, target.network()))
                                .ifPresent(way -> add(ways, target, way))));
        List<ProxiedService> found = new ArrayList<>();
        for (Service service : topology.services().values()) {
            List<Way> together = ways.getOrDefault(service.key(), List.of()).stream()
                    .filter(way -> Profiles.together(service, way.proxy().service()))
                    .toList();
            if (!together.isEmpty() && onNetworks(service, serviceNetworks)) {
                found.add(new ProxiedService(service, together));
            }
        }
        return found;
    }

    private static void add(Map<String, List<Way>> ways, RouteTarget.Container target, Way way) {
        List<Way> known = ways.computeIfAbsent(target.service(), service -> new ArrayList<>());
        if (!known.contains(way)) {
            known.add(way);
        }
    }

    static boolean onNetworks(Service service, ServiceNetworks serviceNetworks) {
        return serviceNetworks
                .owner(service)
                .filter(owner -> owner.networkMode() instanceof NetworkMode.Networks)
                .isPresent();
    }

    /** Returns where to point to: the label that names the network, else the labels. */
    static Element path(NetworkChoice network) {
        return Element.service(network.labelled()).field("labels").field(ProxyRoutes.TRAEFIK_NETWORK);
    }

    /** Returns names of networks for a sentence. */
    static String names(List<Network> networks) {
        return String.join(", ", networks.stream().map(Network::name).toList());
    }
}
