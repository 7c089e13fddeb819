package dev.bulkhead.layout.lanes;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tiers of networks and services.
 *
 * <p>A network is in the tier that its name tells, else in that of its members, where who is on few networks counts most: what
 * joins a proxy and one application is the application's. A service of which nothing is known is where its networks are.
 */
final class LaneTiers {

    /** Where neither name nor members tell anything. */
    private static final Tint UNKNOWN = Tint.OUTSIDE;

    private final Topology topology;
    private final Map<String, List<Service>> members = new HashMap<>();
    private final SortedMap<String, Tint> services;
    private final SortedMap<String, Tint> networks = new TreeMap<>();

    LaneTiers(LaneRequest request) {
        topology = request.topology();
        for (Service service : topology.services().values()) {
            for (Attachment joined : service.attachments()) {
                members.computeIfAbsent(joined.network(), key -> new ArrayList<>())
                        .add(service);
            }
        }
        services = new TreeMap<>(request.homes());
        services.keySet().retainAll(topology.services().keySet());
        guests();
        topology.networks().keySet().forEach(key -> named(key).ifPresent(tier -> networks.put(key, tier)));
        topology.networks().values().forEach(this::byMembers);
        topology.services().values().forEach(this::byNetworks);
        topology.networks().values().forEach(this::byMembers);
    }

    Tint ofNetwork(String key) {
        return networks.getOrDefault(key, UNKNOWN);
    }

    Tint ofService(String key) {
        return services.getOrDefault(key, UNKNOWN);
    }

    /** Whoever shares another's networks stands beside it. */
    private void guests() {
        for (Service service : topology.services().values()) {
            root(service)
                    .flatMap(owner -> Optional.ofNullable(services.get(owner.key())))
                    .ifPresentOrElse(
                            tier -> services.put(service.key(), tier),
                            () -> root(service).ifPresent(owner -> services.remove(service.key())));
        }
    }

    /** Returns whose networks a service shares in the end; a circle has no end and is no business of a picture. */
    private Optional<Service> root(Service service) {
        Set<String> seen = new HashSet<>();
        Optional<Service> at = owner(service);
        while (at.isPresent() && seen.add(at.get().key())) {
            Optional<Service> next = owner(at.get());
            if (next.isEmpty()) {
                return at;
            }
            at = next;
        }
        return Optional.empty();
    }

    private Optional<Service> owner(Service service) {
        return service.networkMode() instanceof NetworkMode.OfService(String owner)
                ? topology.service(owner)
                : Optional.empty();
    }

    private static Optional<Tint> named(String key) {
        List<String> parts = List.of(key.toLowerCase(Locale.ROOT).split("[-_.]", -1));
        return Stream.of(Tint.values())
                .filter(tint -> tint.networkWords().stream().anyMatch(parts::contains))
                .findFirst();
    }

    private void byMembers(Network network) {
        if (networks.containsKey(network.key())) {
            return;
        }
        Map<Tint, Double> votes = new EnumMap<>(Tint.class);
        for (Service member : members.getOrDefault(network.key(), List.of())) {
            Optional.ofNullable(services.get(member.key()))
                    .ifPresent(
                            tier -> votes.merge(tier, 1.0 / member.attachments().size(), Double::sum));
        }
        most(votes).ifPresent(tier -> networks.put(network.key(), tier));
    }

    private void byNetworks(Service service) {
        if (services.containsKey(service.key())) {
            return;
        }
        Map<Tint, Double> votes = new EnumMap<>(Tint.class);
        for (Attachment joined : root(service).orElse(service).attachments()) {
            int many = Math.max(
                    1, members.getOrDefault(joined.network(), List.of()).size());
            Optional.ofNullable(networks.get(joined.network()))
                    .ifPresent(tier -> votes.merge(tier, 1.0 / many, Double::sum));
        }
        most(votes).ifPresent(tier -> services.put(service.key(), tier));
    }

    /** Of equals the first tier. */
    private static Optional<Tint> most(Map<Tint, Double> votes) {
        Optional<Tint> best = Optional.empty();
        double most = 0;
        for (Map.Entry<Tint, Double> vote : votes.entrySet()) {
            if (vote.getValue() > most + 1e-9) {
                most = vote.getValue();
                best = Optional.of(vote.getKey());
            }
        }
        return best;
    }
}
