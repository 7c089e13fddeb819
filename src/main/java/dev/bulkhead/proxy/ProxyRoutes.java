package dev.bulkhead.proxy;

import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteEntry;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reverse proxies of a project and their routes, as far as its files tell: the one answer to which requests go where.
 *
 * @param servers the proxies, sorted by key
 * @param routes their routes, by proxy, dialect and service
 */
public record ProxyRoutes(List<ProxyServer> servers, List<Route> routes) {

    /** The label that tells Traefik over which network to reach a container. */
    public static final String TRAEFIK_NETWORK = TraefikLabels.NETWORK;

    private static final ProxyRoutes NONE = new ProxyRoutes(List.of(), List.of());

    /** Traefik's own service that answers nothing (Traefik documentation, RedirectScheme). */
    private static final String NOWHERE = "noop@internal";

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static final List<ProxyDialect> DIALECTS = List.of(
            new TraefikLabels(),
            new TraefikFiles(),
            new CaddyLabels(),
            new Caddyfile(),
            new NginxProxyVariables(),
            new NginxFiles());

    public ProxyRoutes {
        servers = List.copyOf(servers);
        routes = List.copyOf(routes);
    }

    /** Returns the routes that a project's Compose files tell of. */
    public static ProxyRoutes of(Topology topology) {
        return of(topology, ProxyFiles.NONE);
    }

    /** Returns the routes that a project's Compose files and the proxies' own files tell of. */
    public static ProxyRoutes of(Topology topology, ProxyFiles files) {
        // Reach asks on every edit of thousands of services; most projects have no proxy to look names up for.
        if (topology.services().values().stream().noneMatch(ProxyServer::perhaps)) {
            return NONE;
        }
        ProxyProject project = new ProxyProject(topology, new ServiceNames(topology), files);
        List<ProxyServer> servers = new ArrayList<>();
        for (Service service : topology.services().values()) {
            ProxyServer.of(service, project).ifPresent(servers::add);
        }
        List<Route> routes = new ArrayList<>();
        for (ProxyServer server : servers) {
            DIALECTS.forEach(dialect -> routes.addAll(dialect.routes(server, project)));
        }
        return new ProxyRoutes(servers, routes);
    }

    /** Returns what labels ask of a Traefik, wherever it runs. */
    public static List<RouteTarget.Container> askedOfTraefik(Topology topology) {
        return TraefikLabels.asked(new ProxyProject(topology, new ServiceNames(topology), ProxyFiles.NONE));
    }

    /** Returns the proxy that people come in by: one that the host's web ports lead to, before any other. */
    public Optional<ProxyServer> entrance() {
        return servers.stream()
                .min(Comparator.comparing((ProxyServer server) -> !takesIn(server))
                        .thenComparing(ProxyServer::key));
    }

    private static boolean takesIn(ProxyServer server) {
        return server.onHost()
                || server.service().ports().stream().anyMatch(port -> port.target() == HTTP || port.target() == HTTPS);
    }

    /**
     * Returns whether a proxy sends what comes by HTTP to HTTPS where no route of its own takes it: Traefik by its entry point
     * or by a route for all names that leads nowhere, Caddy for every name that it serves by HTTPS.
     */
    public boolean sendsToHttps(ProxyServer server, String host) {
        return switch (server.software()) {
            case ProxyServer.Software.Traefik(var settings) ->
                settings.values().keySet().stream()
                                .anyMatch(name -> name.startsWith("entrypoints.") && name.contains(".redirections."))
                        || routes.stream()
                                .anyMatch(route -> route.proxy().equals(server.key())
                                        && route.match().hosts().isEmpty()
                                        && route.target() instanceof RouteTarget.OfProxy(String name)
                                        && name.equals(NOWHERE));
            case ProxyServer.Software.Caddy _, ProxyServer.Software.CaddyDockerProxy _ ->
                routes.stream()
                        .anyMatch(route -> route.proxy().equals(server.key())
                                && route.entry().tls()
                                && route.match().hosts().contains(host));
            case ProxyServer.Software.NginxProxy _, ProxyServer.Software.Nginx _ -> false;
        };
    }

    /**
     * Returns whether a proxy serves every name that it has by HTTPS alone, names of the same domain among them: then it gets a
     * certificate for a new one too, and nobody should come to that in clear.
     */
    public boolean encrypts(ProxyServer server, String host) {
        List<Route> named = routes.stream()
                .filter(route -> route.proxy().equals(server.key())
                        && route.entry().protocol() == RouteEntry.Protocol.HTTP
                        && !route.match().hosts().isEmpty())
                .toList();
        String domain = host.substring(host.indexOf('.') + 1);
        return named.stream()
                        .flatMap(route -> route.match().hosts().stream())
                        .anyMatch(other -> other.endsWith("." + domain))
                && named.stream()
                        .allMatch(route -> route.entry().tls()
                                && sendsToHttps(server, route.match().hosts().getFirst()));
    }

    /** Returns the proxy that a service runs. */
    public Optional<ProxyServer> server(String service) {
        return servers.stream().filter(server -> server.key().equals(service)).findFirst();
    }
}
