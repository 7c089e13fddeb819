package dev.bulkhead.topology;

import java.util.List;

/**
 * A network of a project.
 *
 * @param key its name inside the project's files
 * @param name its real name on the engine: {@code name:} verbatim, else {@code <project>_<key>}; of an external network
 *     {@code name:} or the key (compose-go {@code loader/normalize.go})
 * @param options driver and switches
 * @param subnets declared address pools, in file order; empty when the engine chooses
 */
public record Network(String key, String name, NetworkOptions options, List<Subnet> subnets) {

    /** The key of the network that services join when they name none. */
    public static final String DEFAULT_KEY = "default";

    public Network {
        subnets = List.copyOf(subnets);
    }

    /** Returns whether Compose expects to find the network instead of creating it. */
    public boolean external() {
        return options.external();
    }

    /** Returns whether the engine drops what would leave the network's subnet. */
    public boolean internal() {
        return options.internal();
    }

    /** Returns this network with other address pools. */
    public Network withSubnets(List<Subnet> pools) {
        return new Network(key, name, options, pools);
    }

    /** Returns this network with other options. */
    public Network withOptions(NetworkOptions other) {
        return new Network(key, name, other, subnets);
    }
}
