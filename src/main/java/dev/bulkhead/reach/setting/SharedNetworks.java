package dev.bulkhead.reach.setting;

import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.topology.NetworkOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What engines told of networks that a project shares with others, and of the hosts that it runs on.
 *
 * @param external options of networks by their real name; external ones of others are taken for plain bridges
 * @param outsiders containers outside the project on its networks
 * @param hosts which host each service runs on, where several were asked
 */
public record SharedNetworks(Map<String, NetworkOptions> external, List<NamedOutsider> outsiders, ServiceHosts hosts) {

    /** Nothing was told. */
    public static final SharedNetworks UNTOLD = new SharedNetworks(Map.of(), List.of());

    public SharedNetworks {
        external = Map.copyOf(new TreeMap<>(external));
        outsiders = List.copyOf(outsiders);
    }

    /** What one engine told, on whose host everything runs. */
    public SharedNetworks(Map<String, NetworkOptions> external, List<NamedOutsider> outsiders) {
        this(external, outsiders, ServiceHosts.ONE);
    }
}
