package dev.bulkhead.migrate.goal;

import dev.bulkhead.proxy.route.Route;
import java.util.Optional;

/**
 * Request that a reverse proxy has to answer by a route: as a browser sends it, with the name of the host.
 *
 * @param proxy the service that runs the proxy
 * @param port the port of its container that it takes such requests on
 * @param tls whether they are encrypted there
 * @param host the host name
 * @param path the path, with a slash at its front
 * @param service the service that the route leads to; the proxy itself for a page of its own
 * @param written the port that people write behind the name; empty for the usual one
 */
public record RouteRequest(
        String proxy, int port, boolean tls, String host, String path, String service, Optional<Integer> written) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * Returns the request that a route takes.
     *
     * @param route a route with a host name
     */
    public static RouteRequest of(Route route, String service) {
        boolean tls = route.entry().tls();
        int entry = route.entry().ports().stream().findFirst().orElse(tls ? HTTPS : HTTP);
        String path = route.match().paths().stream().findFirst().orElse("/");
        return new RouteRequest(route.proxy(), entry, tls, route.match().hosts().getFirst(), path, service);
    }

    /** Request by the usual port. */
    public RouteRequest(String proxy, int port, boolean tls, String host, String path, String service) {
        this(proxy, port, tls, host, path, service, Optional.empty());
    }

    /** Returns the name with the port that people write behind it, as a browser sends it (RFC 9110, 7.2). */
    public String authority() {
        return host + written.map(number -> ":" + number).orElse("");
    }

    /** Returns the address as people open it, without the port of the proxy. */
    public String url() {
        return (tls ? "https://" : "http://") + authority() + path;
    }
}
