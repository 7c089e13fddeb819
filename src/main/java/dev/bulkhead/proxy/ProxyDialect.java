package dev.bulkhead.proxy;

import java.util.List;

/** Language in which a reverse proxy is told its routes. */
sealed interface ProxyDialect permits TraefikLabels, CaddyLabels, NginxProxyVariables {

    /** Returns the routes that a proxy is told in this language; none where it does not understand it. */
    List<Route> routes(ProxyServer proxy, ProxyProject project);
}
