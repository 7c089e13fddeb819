package dev.bulkhead.layout.zone;

import dev.bulkhead.layout.CardGroup;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.HostColumns;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapMetrics;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.arrange.Cluster;
import dev.bulkhead.layout.zone.ZonePlan.SectionPlan;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plans of the zones: which there are, and which cards in which sections of them. */
final class ZonePlans {

    /** Smaller zones are one grid; a title would be more than it explains. */
    private static final int LARGE = 9;

    private final Topology topology;
    private final Map<String, CardGroup> common;
    private final HostColumns hosts;
    private final LayoutPositions remembered;
    private final Set<String> flat;
    private final Set<String> rails;
    private final SortedMap<String, Tint> tints;
    private final SortedMap<String, String> homes;

    ZonePlans(LayoutRequest request) {
        this.topology = request.topology();
        this.common = request.groups();
        this.hosts = request.hosts();
        this.remembered = request.remembered();
        this.flat = FlatNetworks.of(topology, remembered);
        this.rails = FlatNetworks.rails(topology, flat, remembered);
        this.tints = Tints.of(topology.networks().values(), request.tints(), rails);
        this.homes = new HomeZones(request, tints, flat).all();
    }

    SortedMap<String, String> homes() {
        return homes;
    }

    SortedMap<String, Tint> tints() {
        return tints;
    }

    Set<String> rails() {
        return rails;
    }

    /** Returns the zones by tint, then key; the flat network that still is a home last. */
    List<ZonePlan> all() {
        SortedMap<String, SortedSet<String>> cards = new TreeMap<>();
        topology.networks().keySet().stream()
                .filter(network -> !rails.contains(network))
                .forEach(network -> cards.put(network, new TreeSet<>()));
        homes.forEach((service, zone) ->
                cards.computeIfAbsent(zone, z -> new TreeSet<>()).add(service));
        boolean only = topology.networks().size() == 1;
        List<ZonePlan> plans = new ArrayList<>();
        cards.forEach((zone, services) -> {
            boolean mixed = only || flat.contains(zone);
            Tint tint = tints.getOrDefault(zone, Tint.OUTSIDE);
            plans.add(new ZonePlan(
                    zone,
                    ZoneKeys.kind(zone),
                    tint,
                    sections(zone, services, mixed),
                    flat.contains(zone),
                    titleWidth(zone),
                    described(zone, tint)));
        });
        plans.sort(Comparator.comparing(ZonePlan::apart)
                .thenComparing(ZonePlan::tint)
                .thenComparing(ZonePlan::key));
        return plans;
    }

    private double titleWidth(String zone) {
        return topology.network(zone).map(MapMetrics::titleWidth).orElse(0.0);
    }

    private boolean described(String zone, Tint tint) {
        return !tint.words().isEmpty()
                || topology.network(zone)
                        .map(network -> network.internal() || network.external())
                        .orElse(false);
    }

    private List<SectionPlan> sections(String zone, SortedSet<String> services, boolean mixed) {
        Map<String, CardGroup> byHost = ZoneKeys.isPseudo(zone) ? Map.of() : byHost(services);
        return byHost.isEmpty()
                ? sections(zone, services, common, mixed && services.size() >= LARGE ? 2 : Integer.MAX_VALUE)
                : sections(zone, services, byHost, 1);
    }

    /** Returns the host of each service as its group, where they run on several hosts; else nothing. */
    private Map<String, CardGroup> byHost(SortedSet<String> services) {
        Map<String, CardGroup> byHost = new HashMap<>();
        if (hosts.several() && hosts.common(services).isEmpty()) {
            services.forEach(service -> hosts.of(service).ifPresent(host -> byHost.put(service, hosts.group(host))));
        }
        return byHost;
    }

    private List<SectionPlan> sections(
            String zone, SortedSet<String> services, Map<String, CardGroup> groups, int least) {
        SortedMap<Integer, CardGroup> present = new TreeMap<>();
        services.stream().map(groups::get).filter(Objects::nonNull).forEach(group -> present.put(group.order(), group));
        boolean apart = present.size() >= least;
        if (present.isEmpty() || !inSections(zone, services).orElse(apart)) {
            return List.of(new SectionPlan(Optional.empty(), clusters(services)));
        }
        CardGroup rest = new CardGroup("rest", "others", Integer.MAX_VALUE);
        SortedMap<Integer, Set<String>> members = new TreeMap<>();
        for (String service : services) {
            CardGroup group = section(service, present.values(), groups).orElse(rest);
            present.put(group.order(), group);
            members.computeIfAbsent(group.order(), order -> new LinkedHashSet<>())
                    .add(service);
        }
        List<SectionPlan> sections = new ArrayList<>();
        members.forEach((order, group) ->
                sections.add(new SectionPlan(Optional.ofNullable(present.get(order)), clusters(group))));
        return sections;
    }

    /** Returns whether a zone that stands already stands in sections: one card more rearranges none of the others. */
    private Optional<Boolean> inSections(String zone, SortedSet<String> services) {
        if (!remembered.zones().containsKey(zone)) {
            return Optional.empty();
        }
        return services.stream()
                .map(service -> remembered.cards().get(service))
                .filter(place -> place != null && place.zone().equals(zone) && place.column() >= 0)
                .map(place -> !place.section().isEmpty())
                .findFirst();
    }

    /** Where the operator put the card, else where its owner stands, else its own group. */
    private Optional<CardGroup> section(String service, Iterable<CardGroup> present, Map<String, CardGroup> groups) {
        CardPlace place = remembered.cards().get(service);
        if (place != null && place.manual()) {
            for (CardGroup group : present) {
                if (group.id().equals(place.section())) {
                    return Optional.of(group);
                }
            }
        }
        String owner = owner(service).orElse(service);
        return Optional.ofNullable(groups.get(owner)).or(() -> Optional.ofNullable(groups.get(service)));
    }

    private Optional<String> owner(String service) {
        return topology.service(service)
                .map(Service::networkMode)
                .flatMap(mode ->
                        mode instanceof NetworkMode.OfService(String owner) ? Optional.of(owner) : Optional.empty());
    }

    private List<Cluster> clusters(Set<String> services) {
        SortedMap<String, List<String>> byOwner = new TreeMap<>();
        for (String service : services) {
            String owner = owner(service).filter(services::contains).orElse(service);
            List<String> members = byOwner.computeIfAbsent(owner, o -> new ArrayList<>(List.of(o)));
            if (!service.equals(owner)) {
                members.add(service);
            }
        }
        // A service that is both owner and guest stands with its owner and again heads its own guests: keep the first.
        Set<String> seen = new TreeSet<>();
        List<Cluster> clusters = new ArrayList<>();
        for (List<String> members : byOwner.values()) {
            List<String> open = members.stream().filter(seen::add).toList();
            if (!open.isEmpty()) {
                clusters.add(new Cluster(open));
            }
        }
        return clusters;
    }
}
