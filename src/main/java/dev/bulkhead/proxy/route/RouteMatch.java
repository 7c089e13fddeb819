package dev.bulkhead.proxy.route;

import java.util.List;

/**
 * Requests that a route takes.
 *
 * @param rule the condition as its dialect writes it; empty where the route takes everything or the condition is not known
 * @param hosts host names among the condition; empty where it names none that is plain text
 * @param paths paths or path prefixes among the condition, each beginning with a slash
 */
public record RouteMatch(String rule, List<String> hosts, List<String> paths) {

    /** Takes everything. */
    public static final RouteMatch ALL = new RouteMatch("", List.of(), List.of());

    public RouteMatch {
        hosts = List.copyOf(hosts);
        paths = List.copyOf(paths);
    }
}
