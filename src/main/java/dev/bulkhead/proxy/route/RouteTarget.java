package dev.bulkhead.proxy.route;

import java.util.Optional;

/** Target of a route. */
public sealed interface RouteTarget {

    /**
     * A container of the project.
     *
     * @param service the service's key
     * @param port the port of the container; empty where the proxy finds it out from the image
     * @param network over which network
     */
    record Container(String service, Optional<Integer> port, NetworkChoice network) implements RouteTarget {}

    /** An address that is no service of the project, as written. */
    record Address(String address) implements RouteTarget {}

    /** Something of the proxy itself, such as its dashboard, or a target that is defined elsewhere; as written. */
    record OfProxy(String name) implements RouteTarget {}
}
