package dev.bulkhead.proxy.route;

import java.util.Optional;

/**
 * Route that somebody wants: requests for a host go through a proxy to a port of a service.
 *
 * @param proxy key of the service that runs the proxy
 * @param service key of the service
 * @param port port of its container
 * @param host the host name
 * @param path the path that requests begin with, with a slash at its front; empty for all
 * @param tls whether requests are encrypted on their way to the proxy
 * @param entry the port of the proxy that takes them; empty for the usual one
 */
public record WantedRoute(
        String proxy,
        String service,
        int port,
        String host,
        Optional<String> path,
        boolean tls,
        Optional<Integer> entry) {

    /** Route by the usual port. */
    public WantedRoute(String proxy, String service, int port, String host, Optional<String> path, boolean tls) {
        this(proxy, service, port, host, path, tls, Optional.empty());
    }

    /** Returns the name as a site is called after it: with the port behind it where that is not the usual one. */
    public String authority() {
        return host + entry.map(number -> ":" + number).orElse("");
    }
}
