package dev.bulkhead.proxy.route;

import dev.bulkhead.topology.SourceMark;

/** Place of a route in the operator's files. */
public sealed interface RoutePlace {

    /** A label of a service, by its name. */
    record Label(String service, String name) implements RoutePlace {}

    /** A variable of a service, by its name. */
    record Variable(String service, String name) implements RoutePlace {}

    /** A place in a file of the proxy's own. */
    record InFile(SourceMark at) implements RoutePlace {}
}
