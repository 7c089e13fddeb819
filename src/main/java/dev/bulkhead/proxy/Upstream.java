package dev.bulkhead.proxy;

import dev.bulkhead.proxy.route.RouteTarget;
import java.util.Optional;

/** Address that a proxy is told to send requests to, such as {@code app:8080} or {@code http://app}. */
final class Upstream {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private Upstream() {}

    /** Returns the service whose name the address has, else the address; empty for what is no address. */
    static Optional<RouteTarget> target(String upstream, ProxyProject project) {
        String rest = upstream.replaceFirst("^[a-z0-9]+://", "").replaceFirst("/.*$", "");
        if (rest.isEmpty() || upstream.startsWith("unix/")) {
            return Optional.empty();
        }
        int colon = rest.lastIndexOf(':');
        String digits = colon < 0 ? "" : rest.substring(colon + 1);
        boolean stated = digits.matches("\\d{1,5}");
        String host = stated ? rest.substring(0, colon) : rest;
        int port = stated ? Integer.parseInt(digits) : upstream.startsWith("https://") ? HTTPS_PORT : HTTP_PORT;
        return Optional.of(project.names()
                .named(host)
                .flatMap(project.topology()::service)
                .<RouteTarget>map(
                        service -> new RouteTarget.Container(service.key(), Optional.of(port), project.byName(service)))
                .orElse(new RouteTarget.Address(upstream)));
    }
}
