package dev.bulkhead.check;

import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.Optional;
import java.util.Set;

/**
 * Stated ports that the engine does not publish, without a word: of services on the host's network, on none, or on networks
 * only that make them machines of the LAN (moby {@code libnetwork}; tried on 20.10 and 28.5).
 *
 * @param topology the project
 * @param reach what the engine told of external networks
 */
public record IgnoredPorts(Topology topology, ReachOptions reach) {

    private static final Set<String> OF_THE_LAN = Set.of("macvlan", "ipvlan");

    /** Returns why no port of a service is published, as the end of a sentence; empty where ports are published. */
    public Optional<String> why(Service service) {
        return switch (service.networkMode()) {
            case NetworkMode.Host _ -> Optional.of("it is on the host's network, where the program itself listens");
            case NetworkMode.None _ -> Optional.of("it has no network");
            case NetworkMode.Networks _ ->
                Optional.of("it is on macvlan or ipvlan networks only, where it has an address of its own")
                        .filter(_ -> !service.attachments().isEmpty()
                                && service.attachments().stream().allMatch(this::ofTheLan));
            case NetworkMode.DefaultBridge _, NetworkMode.Named _, NetworkMode.OfService _, NetworkMode.OfContainer _ ->
                Optional.empty();
        };
    }

    private boolean ofTheLan(Attachment attachment) {
        return topology.network(attachment.network())
                .map(this::options)
                .flatMap(NetworkOptions::driver)
                .filter(OF_THE_LAN::contains)
                .isPresent();
    }

    private NetworkOptions options(Network network) {
        return network.external()
                ? reach.external().getOrDefault(network.name(), network.options())
                : network.options();
    }
}
