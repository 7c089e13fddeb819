package dev.bulkhead.topology;

import java.util.Map;
import java.util.Optional;

/**
 * One address pool of a network, as the file states it.
 *
 * <p>The texts are kept as written (a file may hold an address that is not one); package {@code address} gives them
 * meaning.
 *
 * @param subnet the pool in CIDR notation; empty when only a gateway or range is given
 * @param gateway the address of the bridge on the host
 * @param ipRange the part of the pool that automatic addresses come from
 * @param auxAddresses host name to address that the engine must not hand out
 */
public record Subnet(
        Optional<String> subnet, Optional<String> gateway, Optional<String> ipRange, Map<String, String> auxAddresses) {

    public Subnet {
        auxAddresses = Copies.sorted(auxAddresses);
    }

    /** Returns a pool with nothing but its CIDR. */
    public static Subnet of(String cidr) {
        return new Subnet(Optional.of(cidr), Optional.empty(), Optional.empty(), Map.of());
    }
}
