package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Scene of iteration 3: the proxy that people come in by, and its routes.
 *
 * @param input the project and what is around it
 * @param evidence what its files show
 * @param proxy the proxy
 * @param routes its routes of web pages that take a host name
 * @param nameless those that take none
 * @param ports which port each has, where a single name has to do
 */
record TlsScene(
        IterationInput input,
        Evidence evidence,
        ProxyServer proxy,
        List<Route> routes,
        List<Route> nameless,
        Optional<PortPerService> ports) {

    static final int HTTP = 80;
    static final int HTTPS = 443;

    TlsScene {
        routes = List.copyOf(routes);
        nameless = List.copyOf(nameless);
    }

    static Optional<TlsScene> of(IterationInput input, Evidence evidence) {
        return evidence.proxies().entrance().map(proxy -> {
            List<Route> own = evidence.proxies().routes().stream()
                    .filter(route ->
                            route.proxy().equals(proxy.key()) && route.entry().protocol() == RouteEntry.Protocol.HTTP)
                    .toList();
            return new TlsScene(
                    input,
                    evidence,
                    proxy,
                    own.stream().filter(TlsScene::named).toList(),
                    own.stream().filter(route -> !named(route)).toList(),
                    Optional.empty());
        });
    }

    /** Returns the scene with its routes where a single name has to do. */
    TlsScene by(PortPerService one) {
        return new TlsScene(
                input, evidence, proxy, routes.stream().map(one::moved).toList(), nameless, Optional.of(one));
    }

    /** Returns the port of the proxy on which a route is encrypted. */
    int port(Route route) {
        return ports.isEmpty() && !route.entry().tls()
                ? HTTPS
                : route.entry().ports().stream().findFirst().orElse(HTTPS);
    }

    /** Returns the ports of the proxy that are encrypted in the end. */
    List<Integer> encrypted() {
        return ports.map(one -> List.copyOf(new TreeSet<>(one.ports().values())))
                .orElse(List.of(HTTPS));
    }

    private static boolean named(Route route) {
        return route.match().hosts().stream().anyMatch(host -> !host.isBlank());
    }

    /** Returns the host names of all routes, sorted. */
    List<String> hosts() {
        TreeSet<String> hosts = new TreeSet<>();
        routes.forEach(route -> hosts.addAll(route.match().hosts()));
        hosts.remove("");
        return List.copyOf(hosts);
    }

    /**
     * Returns services in the order of their turns: those that others depend on before these. The way back keeps that order, so
     * each is made anew once those it depends on are as they were, and only so Compose notes its dependencies on it again.
     */
    List<String> dependenciesFirst(Collection<String> services) {
        Map<String, Integer> levels = new HashMap<>();
        return services.stream()
                .sorted(Comparator.comparingInt((String service) -> level(service, levels))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Returns the length of the longest chain of dependencies; Compose refuses cycles. */
    private int level(String service, Map<String, Integer> levels) {
        Integer known = levels.putIfAbsent(service, 0);
        if (known != null) {
            return known;
        }
        int level = input.topology().service(service).map(Service::dependsOn).orElse(List.of()).stream()
                .mapToInt(dependency -> level(dependency.service(), levels) + 1)
                .max()
                .orElse(0);
        levels.put(service, level);
        return level;
    }

    /** Returns the service that runs the proxy. */
    Service service() {
        return proxy.service();
    }

    /** Returns the mapping of the host's port by which the proxy takes one of its own, if there is one. */
    Optional<PortMapping> published(int port) {
        return owner().ports().stream()
                .filter(mapping -> mapping.target() == port && mapping.protocol() == Protocol.TCP)
                .findFirst();
    }

    /** Returns the service whose network namespace the proxy uses, which publishes its ports. */
    Service owner() {
        return input.topology().service(evidence.namespaceOwner(proxy.key())).orElse(proxy.service());
    }
}
