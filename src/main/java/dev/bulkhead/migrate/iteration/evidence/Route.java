package dev.bulkhead.migrate.iteration.evidence;

import java.util.Optional;

/**
 * A service that a reverse proxy hands requests on to.
 *
 * @param proxy the proxy's key
 * @param service the service whose labels or variables ask for the route
 * @param port the port requests go to; empty when nothing tells it
 */
public record Route(String proxy, String service, Optional<Integer> port) {}
