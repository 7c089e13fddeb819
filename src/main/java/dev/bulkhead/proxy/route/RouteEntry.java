package dev.bulkhead.proxy.route;

import java.util.List;

/**
 * Entrance of a route: what a proxy listens on for it.
 *
 * @param protocol what is spoken there
 * @param entryPoints names of the entry points; empty where the dialect has none, or where the proxy's default ones are
 *     not known
 * @param ports ports of the proxy's container that the route is served on, as far as they are known
 * @param tls whether requests are encrypted there
 */
public record RouteEntry(Protocol protocol, List<String> entryPoints, List<Integer> ports, boolean tls) {

    /** Protocol that a proxy understands; TCP and UDP are passed on unread. */
    public enum Protocol {
        HTTP,
        TCP,
        UDP
    }

    public RouteEntry {
        entryPoints = List.copyOf(entryPoints);
        ports = List.copyOf(ports);
    }
}
