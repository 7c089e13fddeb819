package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.CardFace;
import dev.bulkhead.ui.canvas.model.CardFaces;
import dev.bulkhead.ui.canvas.model.Deviations;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.zone.ZoneFace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Faces of the cards and zones that have been seen, asked of the model once until they have another look. */
final class SeenFaces {

    private final MapViewModel model;
    private final CardFaces source;
    private final Map<String, CardFace> cards = new HashMap<>();
    private final Map<String, ZoneFace> zones = new HashMap<>();
    private Optional<Deviations> deviations = Optional.empty();
    private Optional<Set<String>> deviating = Optional.empty();
    private Topology drawn = Topology.of("", List.of(), List.of());
    private MapGeometry geometry = MapGeometry.EMPTY;

    SeenFaces(MapViewModel model) {
        this.model = model;
        this.source = new CardFaces(model);
    }

    /** Takes over another project or arrangement; all faces are asked for anew. */
    void take(Topology next, MapGeometry places) {
        drawn = next;
        geometry = places;
        cards.clear();
        zones.clear();
        deviating = Optional.empty();
        deviations = Optional.empty();
    }

    /** Forgets the faces of some elements. */
    void forget(Set<GraphElement> elements) {
        deviating = Optional.empty();
        deviations = Optional.empty();
        for (GraphElement element : elements) {
            switch (element) {
                case Element.ServiceElement(String service) -> cards.remove(service);
                case Element.NetworkElement(String network) -> zones.remove(network);
                case Element.MembershipElement _ -> {}
            }
        }
    }

    CardFace card(String service) {
        return cards.computeIfAbsent(
                service,
                key -> source.of(
                        drawn.service(key).orElseThrow(),
                        Objects.requireNonNull(geometry.cards().get(key)),
                        geometry));
    }

    ZoneFace zone(ZoneBox zone) {
        return zones.computeIfAbsent(
                zone.key(),
                key -> ZoneFace.of(
                        zone,
                        drawn,
                        geometry,
                        drawn.network(key).flatMap(model::subnet),
                        drawn.network(key).map(model::whyInternal).orElse(""),
                        source.problems(new Element.NetworkElement(key)),
                        source.difference(new Element.NetworkElement(key)),
                        model.commonProperty().get(),
                        model.engineOnlyProperty().get().othersOn(key),
                        model.hostsProperty().get().apart().contains(key)));
    }

    /** Returns the services that are not as they should be. */
    Set<String> deviating() {
        if (deviating.isEmpty()) {
            deviating = Optional.of(geometry.cards().keySet().stream()
                    .filter(service -> drawn.service(service).isPresent())
                    .filter(service -> card(service).state().deviates())
                    .collect(Collectors.toSet()));
        }
        return deviating.orElseThrow();
    }

    /** Returns how elements are not as they should be. */
    Deviations deviations() {
        if (deviations.isEmpty()) {
            deviations = Optional.of(Deviations.of(model));
        }
        return deviations.orElseThrow();
    }
}
