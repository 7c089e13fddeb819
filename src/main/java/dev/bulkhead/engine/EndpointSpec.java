package dev.bulkhead.engine;

import java.util.List;
import java.util.Optional;

/**
 * How a container joins a network.
 *
 * @param aliases further names on that network
 * @param ipv4 static address
 * @param ipv6 static address
 * @param gwPriority priority as default gateway; needs engine 28, otherwise only 0 is accepted
 */
public record EndpointSpec(List<String> aliases, Optional<String> ipv4, Optional<String> ipv6, int gwPriority) {

    public static final EndpointSpec PLAIN = new EndpointSpec(List.of(), Optional.empty(), Optional.empty(), 0);

    public EndpointSpec {
        aliases = List.copyOf(aliases);
    }
}
