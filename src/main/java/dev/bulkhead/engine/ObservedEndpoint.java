package dev.bulkhead.engine;

import java.util.List;
import java.util.Optional;

/**
 * A container's membership in a network.
 *
 * @param network the network's real name
 * @param ipv4 the address in use
 * @param ipv6 the address in use
 * @param macAddress the address in use
 * @param aliases names given for it, without those the engine adds (short id)
 * @param staticIpv4 the address that was asked for, if one was
 * @param gwPriority the priority as default gateway; 0 where the engine does not know it
 */
public record ObservedEndpoint(
        String network,
        Optional<String> ipv4,
        Optional<String> ipv6,
        Optional<String> macAddress,
        List<String> aliases,
        Optional<String> staticIpv4,
        int gwPriority) {

    public ObservedEndpoint {
        aliases = List.copyOf(aliases);
    }
}
