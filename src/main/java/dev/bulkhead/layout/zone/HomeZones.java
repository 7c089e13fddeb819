package dev.bulkhead.layout.zone;

import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Home zones of services: in which zone each one's card stands. */
final class HomeZones {

    private final Topology topology;
    private final Map<String, Tint> tints;
    private final Map<String, Tint> wanted;
    private final LayoutPositions remembered;
    private final Set<String> flat;

    HomeZones(LayoutRequest request, Map<String, Tint> tints, Set<String> flat) {
        this.topology = request.topology();
        this.tints = tints;
        this.wanted = request.homes();
        this.remembered = request.remembered();
        this.flat = flat;
    }

    /** Returns the zone by service key. */
    SortedMap<String, String> all() {
        SortedMap<String, String> homes = new TreeMap<>();
        topology.services().values().forEach(service -> homes.put(service.key(), zone(service, new HashSet<>())));
        return homes;
    }

    private String zone(Service service, Set<String> seen) {
        // A cycle of shared namespaces is an error that a finding names; here it must only end.
        if (service.networkMode() instanceof NetworkMode.OfService(String owner) && seen.add(service.key())) {
            return topology.service(owner).map(s -> zone(s, seen)).orElse(ZoneKeys.NONE);
        }
        return ZoneKeys.of(service.networkMode()).orElseGet(() -> network(service));
    }

    private String network(Service service) {
        List<String> joined = service.attachments().stream()
                .map(Attachment::network)
                .filter(network -> topology.network(network).isPresent())
                .toList();
        List<String> choice = joined.stream().filter(n -> !flat.contains(n)).toList();
        List<String> candidates = choice.isEmpty() ? joined : choice;
        return chosen(service, joined)
                .or(() -> kept(service, candidates))
                .or(() -> fitting(service, candidates))
                .or(() -> candidates.stream().findFirst())
                .orElse(ZoneKeys.NONE);
    }

    private Optional<String> chosen(Service service, List<String> joined) {
        return place(service).filter(CardPlace::manual).map(CardPlace::zone).filter(joined::contains);
    }

    private Optional<String> kept(Service service, List<String> candidates) {
        return place(service).map(CardPlace::zone).filter(candidates::contains);
    }

    private Optional<String> fitting(Service service, List<String> candidates) {
        Tint tint = wanted.get(service.key());
        return candidates.stream()
                .filter(network -> tint != null && tints.get(network) == tint)
                .findFirst();
    }

    private Optional<CardPlace> place(Service service) {
        return Optional.ofNullable(remembered.cards().get(service.key()));
    }
}
