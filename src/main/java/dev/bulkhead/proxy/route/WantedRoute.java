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
 */
public record WantedRoute(String proxy, String service, int port, String host, Optional<String> path, boolean tls) {}
