package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.route.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entrance of a project: the host names and paths under which a reverse proxy hands requests on, whichever routes make it
 * up. Rules of access speak of entrances, since a portal knows names and paths and nothing else.
 *
 * @param proxy the service that runs the proxy
 * @param hosts its host names
 * @param paths what its paths begin with; empty for all of a host
 * @param service the service that its requests go to; the proxy itself for a page of its own
 * @param routes its routes
 * @param written the port that people write behind the name, where ports tell services apart on it; 443 is one of them
 */
record Entrance(
        String proxy,
        List<String> hosts,
        List<String> paths,
        String service,
        List<Route> routes,
        Optional<Integer> written) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** What a host name is made of; a variable that nobody has set leaves something else. */
    private static final String NAME =
            "[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*";

    Entrance {
        hosts = List.copyOf(hosts);
        paths = List.copyOf(paths);
        routes = List.copyOf(routes);
    }

    /** Returns the entrances that routes make up, in the order of the routes. */
    static List<Entrance> of(List<Route> routes, ProxyRoutes proxies) {
        Map<List<Object>, List<Route>> groups = new LinkedHashMap<>();
        for (Route route : routes) {
            if (named(route)) {
                Optional<Integer> port = byPort(route, routes) ? Optional.of(port(route)) : Optional.empty();
                groups.computeIfAbsent(
                                List.of(
                                        route.proxy(),
                                        route.match().hosts(),
                                        route.match().paths(),
                                        port),
                                key -> new ArrayList<>())
                        .add(route);
            }
        }
        return groups.values().stream()
                .map(group -> new Entrance(
                        group.getFirst().proxy(),
                        group.getFirst().match().hosts(),
                        group.getFirst().match().paths(),
                        group.stream()
                                .flatMap(route -> route.container().stream())
                                .map(target -> target.service())
                                .findFirst()
                                .orElse(group.getFirst().proxy()),
                        group,
                        byPort(group.getFirst(), routes)
                                ? proxies.server(group.getFirst().proxy())
                                        .map(server -> server.onHost(port(group.getFirst())))
                                : Optional.empty()))
                .toList();
    }

    /** Returns whether other services have the same name and paths on other encrypted ports. */
    private static boolean byPort(Route route, List<Route> routes) {
        List<Route> encrypted = routes.stream()
                .filter(other -> other.proxy().equals(route.proxy())
                        && other.entry().tls()
                        && other.match().hosts().stream().anyMatch(route.match().hosts()::contains))
                .toList();
        return encrypted.stream()
                .anyMatch(one -> encrypted.stream()
                        .anyMatch(other -> port(one) != port(other)
                                && one.match().paths().equals(other.match().paths())
                                && !one.target().equals(other.target())));
    }

    private static int port(Route route) {
        return route.entry().ports().stream().findFirst().orElse(route.entry().tls() ? HTTPS : HTTP);
    }

    /** Returns whether a route has names that rules can be written for. */
    static boolean named(Route route) {
        List<String> hosts = route.match().hosts();
        return !hosts.isEmpty() && hosts.stream().allMatch(host -> host.matches(NAME));
    }

    /** Returns its name in questions, for instance {@code sonarr.lan} or {@code home.lan/sonarr}. */
    String id() {
        return hosts.getFirst()
                + behind()
                + paths.stream().findFirst().map(Entrance::plain).orElse("");
    }

    /** Returns a path without the slash at its end. */
    static String plain(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Returns its names and paths for people. */
    String text() {
        return String.join(", ", hosts) + behind() + (paths.isEmpty() ? "" : " under " + String.join(", ", paths));
    }

    private String behind() {
        return written.map(port -> ":" + port).orElse("");
    }

    /** Returns its encrypted route, if it has one. */
    Optional<Route> encrypted() {
        return routes.stream().filter(route -> route.entry().tls()).findFirst();
    }

    /** Returns the request that people begin with. */
    RouteRequest request() {
        return request(paths.stream().findFirst().orElse("/"));
    }

    /** Returns the request for a path. */
    RouteRequest request(String path) {
        Route route = encrypted().orElse(routes.getFirst());
        boolean tls = route.entry().tls();
        return new RouteRequest(
                proxy, port(route), tls, hosts.getFirst(), path, service, written.filter(port -> port != HTTPS));
    }
}
