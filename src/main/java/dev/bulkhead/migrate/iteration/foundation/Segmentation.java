package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Segmentation that a project has already. */
final class Segmentation {

    private static final int SEVERAL = 3;

    private Segmentation() {}

    /** Returns what there is, as a sentence; empty for a project most of whose services stand on one network. */
    static Optional<String> of(Topology topology) {
        List<Service> attachable = topology.services().values().stream()
                .filter(service -> service.networkMode() instanceof NetworkMode.Networks)
                .toList();
        List<String> networks = topology.networks().keySet().stream()
                .filter(key -> !topology.members(key).isEmpty())
                .toList();
        int most = networks.stream()
                .mapToInt(key -> topology.members(key).size())
                .max()
                .orElse(0);
        boolean apart = networks.size() >= SEVERAL && most * 3 < attachable.size() * 2;
        return apart
                ? Optional.of("The project is segmented already: its " + attachable.size() + " services stand on "
                        + networks.size() + " networks, at most " + most
                        + " on one. No tier is proposed; put services into tiers in the answers to add some.")
                : Optional.empty();
    }

    /**
     * Returns the services that came after a segmentation into these tiers: they stand on Compose's default network alone, as
     * those do of whose networks the files say nothing.
     */
    static Set<String> newcomers(Topology topology, List<Tier> tiers) {
        boolean byTiers = tiers.stream()
                .anyMatch(tier -> !topology.members(tier.network()).isEmpty());
        return topology.services().values().stream()
                .filter(service -> byTiers && service.networkMode() instanceof NetworkMode.Networks)
                .filter(service -> service.attachments().stream()
                        .allMatch(attachment -> attachment.network().equals(Network.DEFAULT_KEY)))
                .map(Service::key)
                .collect(Collectors.toSet());
    }
}
