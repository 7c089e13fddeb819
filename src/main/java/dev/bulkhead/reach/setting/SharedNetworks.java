package dev.bulkhead.reach.setting;

import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.topology.NetworkOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an engine told of networks that a project shares with others.
 *
 * @param external options of networks by their real name; external ones of others are taken for plain bridges
 * @param outsiders containers outside the project on its networks
 */
public record SharedNetworks(Map<String, NetworkOptions> external, List<NamedOutsider> outsiders) {

    /** Nothing was told. */
    public static final SharedNetworks UNTOLD = new SharedNetworks(Map.of(), List.of());

    public SharedNetworks {
        external = Map.copyOf(new TreeMap<>(external));
        outsiders = List.copyOf(outsiders);
    }
}
