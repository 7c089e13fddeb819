package dev.bulkhead.engine.observed;

import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.util.List;

/**
 * A network as the engine has it.
 *
 * @param id the engine's id
 * @param name its real name
 * @param options driver, switches, driver options, labels; {@code external} is always false
 * @param subnets its address pools
 */
public record ObservedNetwork(String id, String name, NetworkOptions options, List<Subnet> subnets) {

    public ObservedNetwork {
        subnets = List.copyOf(subnets);
    }
}
