package dev.bulkhead.engine.observed;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Specification of a container's membership in a network, as it is asked for.
 *
 * @param aliases further names on that network
 * @param ipv4 static address
 * @param ipv6 static address
 * @param gwPriority priority as default gateway; needs engine 28, otherwise only 0 is accepted
 * @param driverOpts options of the network's driver for this membership
 */
public record EndpointSpec(
        List<String> aliases,
        Optional<String> ipv4,
        Optional<String> ipv6,
        int gwPriority,
        SortedMap<String, String> driverOpts) {

    public static final EndpointSpec PLAIN = new EndpointSpec(List.of(), Optional.empty(), Optional.empty(), 0);

    public EndpointSpec {
        aliases = List.copyOf(aliases);
        driverOpts = Collections.unmodifiableSortedMap(new TreeMap<>(driverOpts));
    }

    /** Joins without options of the driver. */
    public EndpointSpec(List<String> aliases, Optional<String> ipv4, Optional<String> ipv6, int gwPriority) {
        this(aliases, ipv4, ipv6, gwPriority, new TreeMap<>());
    }

    /** Returns whether it asks for an address of its own, instead of the first that is free. */
    public boolean statesAddress() {
        return ipv4.isPresent() || ipv6.isPresent();
    }

    /** Returns the same with options of the driver. */
    public EndpointSpec withDriverOpts(Map<String, String> options) {
        return new EndpointSpec(aliases, ipv4, ipv6, gwPriority, new TreeMap<>(options));
    }
}
