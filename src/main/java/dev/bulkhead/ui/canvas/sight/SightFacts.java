package dev.bulkhead.ui.canvas.sight;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.Deviations;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.model.ServiceState;
import dev.bulkhead.ui.canvas.model.ServiceState.Health;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts about a project that filters ask for. */
public final class SightFacts {

    private final MapViewModel map;
    private final Topology drawn;
    private final MapGeometry geometry;
    private final Set<GraphElement> changed;
    private final Set<String> routed;
    private Optional<Deviations> deviations = Optional.empty();

    SightFacts(MapViewModel map, List<UnsavedChange> changes) {
        this.map = map;
        this.drawn = map.drawn();
        this.geometry = map.geometry().get();
        this.changed = changes.stream().map(UnsavedChange::element).collect(Collectors.toSet());
        this.routed = ProxyRoutes.of(map.topologyProperty().get()).routes().stream()
                .flatMap(route -> route.container().stream())
                .map(target -> target.service())
                .collect(Collectors.toSet());
    }

    /** Returns the project's services. */
    public Collection<Service> services() {
        return drawn.services().values();
    }

    /** Returns the project's networks, by key. */
    public Collection<String> networks() {
        return drawn.networks().keySet();
    }

    /** Returns what a service is there for, where that is known: by its image, else by the zone it stands in. */
    public Optional<Tint> tier(Service service) {
        return map.hintsProperty()
                .get()
                .of(service)
                .tint()
                .or(() -> Optional.ofNullable(geometry.cards().get(service.key()))
                        .map(CardBox::zone)
                        .flatMap(this::tier))
                .filter(tint -> !tint.words().isEmpty());
    }

    private Optional<Tint> tier(String network) {
        return Optional.ofNullable(geometry.zones().get(network))
                .map(ZoneBox::tint)
                .filter(tint -> !tint.words().isEmpty());
    }

    /** Returns how a service is on the engine. */
    public Health health(Service service) {
        return map.live().getOrDefault(service.key(), ServiceState.UNKNOWN).health();
    }

    /** Returns how a service can be asked from outside. */
    public Set<WayIn> exposure(Service service) {
        return WayIn.of(service, routed.contains(service.key()));
    }

    /** Returns whether something changed since the last save. */
    public boolean changed(GraphElement element) {
        return changed.contains(element);
    }

    /** Returns what a filter shows. */
    Set<GraphElement> kept(SightFilter filter) {
        Set<GraphElement> kept = new HashSet<>();
        services().stream()
                .filter(service -> keeps(filter, service))
                .forEach(service -> kept.add(Element.service(service.key())));
        networks().stream().filter(key -> keeps(filter, key)).forEach(key -> kept.add(Element.network(key)));
        return kept;
    }

    private boolean keeps(SightFilter filter, Service service) {
        GraphElement element = Element.service(service.key());
        return marked(filter, element)
                && (filter.networks().isEmpty()
                        || Neighbours.networks(drawn, service.key()).stream().anyMatch(filter.networks()::contains))
                && (filter.tiers().isEmpty()
                        || tier(service).filter(filter.tiers()::contains).isPresent())
                && (filter.health().isEmpty() || filter.health().contains(health(service)))
                && (filter.exposure().isEmpty() || exposure(service).stream().anyMatch(filter.exposure()::contains))
                && (!filter.changed() || changed(element));
    }

    /** A network is asked what can be said of networks; where services are asked for more, it is shown with them only. */
    private boolean keeps(SightFilter filter, String network) {
        GraphElement element = Element.network(network);
        return filter.health().isEmpty()
                && filter.exposure().isEmpty()
                && marked(filter, element)
                && (filter.networks().isEmpty() || filter.networks().contains(network))
                && (filter.tiers().isEmpty()
                        || tier(network).filter(filter.tiers()::contains).isPresent())
                && (!filter.changed() || changed(element));
    }

    private boolean marked(SightFilter filter, GraphElement element) {
        if (filter.marks().isEmpty()) {
            return true;
        }
        if (deviations.isEmpty()) {
            deviations = Optional.of(Deviations.of(map));
        }
        return deviations.orElseThrow().has(element, filter.marks());
    }

    /** Returns how many of the project's own services are among elements. */
    static long services(Stream<GraphElement> elements) {
        return elements.filter(Element.ServiceElement.class::isInstance)
                .map(element -> ((Element.ServiceElement) element).key())
                .filter(key -> !ZoneKeys.isGuest(key))
                .count();
    }
}
