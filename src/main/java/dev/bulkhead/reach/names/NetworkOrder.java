package dev.bulkhead.reach.names;

/** Order in which an engine asks a container's networks for names, which differs by its version (moby {@code Endpoint.Less}). */
public enum NetworkOrder {
    /** Before 25: internal networks have gateways too, so that among them those with IPv6 come first. */
    WITH_INTERNAL_GATEWAYS,
    /** From 25 on: internal networks have none, so that among them the names decide. */
    WITHOUT_PRIORITY,
    /** From 28 on: priorities of gateways decide first, and one network answers for both families of addresses. */
    BY_PRIORITY;

    /** Returns whether the engine knows priorities of gateways, and {@code enable_ipv4} with them. */
    boolean priorities() {
        return this == BY_PRIORITY;
    }
}
