package dev.bulkhead.engine;

import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.util.List;

/**
 * A network to create.
 *
 * @param name its real name
 * @param options driver, switches, driver options, labels
 * @param subnets address pools; empty leaves the choice to the engine
 */
public record NetworkSpec(String name, NetworkOptions options, List<Subnet> subnets) {

    public NetworkSpec {
        subnets = List.copyOf(subnets);
    }
}
