package dev.bulkhead.topology;

import java.util.List;
import java.util.Optional;

/**
 * A network of a project.
 *
 * @param key its name inside the project's files
 * @param name its real name on the engine: {@code name:} verbatim, else {@code <project>_<key>}; of an external network
 *     {@code name:} or the key (compose-go {@code loader/normalize.go})
 * @param options driver and switches
 * @param subnets declared address pools, in file order; empty when the engine chooses
 * @param purpose what it is for in the operator's words, where the files state it under {@link #EXTENSION}
 */
public record Network(String key, String name, NetworkOptions options, List<Subnet> subnets, Optional<String> purpose) {

    /**
     * The field of a network that Compose ignores. It states the purpose, and of an external network, of which Compose takes
     * nothing but the name, what it is like: statements of the files that nobody has observed.
     */
    public static final String EXTENSION = "x-bulkhead";

    /** The key of the network that services join when they name none. */
    public static final String DEFAULT_KEY = "default";

    public Network {
        subnets = List.copyOf(subnets);
    }

    /** A network whose purpose nobody states. */
    public Network(String key, String name, NetworkOptions options, List<Subnet> subnets) {
        this(key, name, options, subnets, Optional.empty());
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
        return new Network(key, name, options, pools, purpose);
    }

    /** Returns this network with other options. */
    public Network withOptions(NetworkOptions other) {
        return new Network(key, name, other, subnets, purpose);
    }

    /** Returns this network with a purpose. */
    public Network withPurpose(String words) {
        return new Network(key, name, options, subnets, Optional.of(words));
    }

    /** Returns whether files state what the network is like though Compose does not create it. */
    public boolean statedOnly() {
        return external() && !(options.equals(NetworkOptions.defaults().withExternal(true)) && subnets.isEmpty());
    }
}
