package dev.bulkhead.engine.observed;

import java.util.List;
import java.util.Optional;

/**
 * A container's membership in a network.
 *
 * @param network the network's real name
 * @param ipv4 the address in use
 * @param ipv6 the address in use
 * @param macAddress the address in use
 * @param asked what was asked for when it joined; names without those the engine adds (short id), priority 0 where the
 *     engine does not know it
 */
public record ObservedEndpoint(
        String network, Optional<String> ipv4, Optional<String> ipv6, Optional<String> macAddress, EndpointSpec asked) {

    /** A membership without a static IPv6 address and options of the driver. */
    public ObservedEndpoint(
            String network,
            Optional<String> ipv4,
            Optional<String> ipv6,
            Optional<String> macAddress,
            List<String> aliases,
            Optional<String> staticIpv4,
            int gwPriority) {
        this(network, ipv4, ipv6, macAddress, new EndpointSpec(aliases, staticIpv4, Optional.empty(), gwPriority));
    }

    /** Returns names given for it, without those the engine adds (short id). */
    public List<String> aliases() {
        return asked.aliases();
    }

    /** Returns the address that was asked for, if one was. */
    public Optional<String> staticIpv4() {
        return asked.ipv4();
    }

    /** Returns the address that was asked for, if one was. */
    public Optional<String> staticIpv6() {
        return asked.ipv6();
    }

    /** Returns the priority as default gateway; 0 where the engine does not know it. */
    public int gwPriority() {
        return asked.gwPriority();
    }
}
