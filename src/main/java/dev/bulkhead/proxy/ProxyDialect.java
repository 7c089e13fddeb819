package dev.bulkhead.proxy;

import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.WantedRoute;
import java.util.List;
import java.util.Optional;

/** Language in which a reverse proxy is told its routes: reading and writing them. */
sealed interface ProxyDialect
        permits TraefikLabels, TraefikFiles, CaddyLabels, Caddyfile, NginxProxyVariables, NginxFiles {

    /** Returns the routes that a proxy is told in this language; none where it does not understand it. */
    List<Route> routes(ProxyServer proxy, ProxyProject project);

    /**
     * Returns what makes a route in this language; empty where the proxy does not understand it. Both services are there,
     * on a network together, and the host is free.
     */
    Optional<RouteChange> write(ProxyServer proxy, ProxyProject project, WantedRoute wanted);

    /**
     * Returns what makes another route of one, where that is stated; empty where this language does not state it. The route
     * is plain: one host, at most one path, a service. Whatever else it states stays.
     */
    Optional<RouteChange> change(ProxyServer proxy, ProxyProject project, Route before, WantedRoute wanted);
}
