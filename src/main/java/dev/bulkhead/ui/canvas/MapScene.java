package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.SectionBox;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.CardFace;
import dev.bulkhead.ui.canvas.model.CardFaces;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;

/** Nodes of the map, in layers, kept in step with the model. */
final class MapScene extends Region {

    private static final double AROUND = 80;

    private final MapViewModel model;
    private final CardFaces faces;
    private final Backdrop backdrop = new Backdrop();
    private final Layer zoneLayer = new Layer(true);
    private final Layer sectionLayer = new Layer(false);
    private final Layer cardLayer = new Layer(true);
    private final Layer dragLayer = new Layer(false);
    private final TieLayer ties;
    private final LightLayer lights = new LightLayer();
    private final WorldLayer world = new WorldLayer();
    private final NodePool<ZoneNode> zones = new NodePool<>(zoneLayer, ZoneNode::new);
    private final NodePool<SectionNode> sections = new NodePool<>(sectionLayer, key -> new SectionNode());
    private final NodePool<CardNode> cards = new NodePool<>(cardLayer, CardNode::new);
    private final Map<String, CardFace> cardFaces = new HashMap<>();
    private final Map<String, ZoneFace> zoneFaces = new HashMap<>();
    private MapGeometry geometry = MapGeometry.EMPTY;
    private Detail shown = Detail.NEAR;
    /** What is drawn, as of the last geometry. */
    private Topology drawn = Topology.of("", List.of(), List.of());

    MapScene(MapViewModel model) {
        this.model = model;
        this.faces = new CardFaces(model);
        this.ties = new TieLayer(model);
        setManaged(false);
        setPickOnBounds(false);
        getStyleClass().add("bh-map-scene");
        getChildren()
                .addAll(backdrop, zoneLayer, sectionLayer, ties, lights, world, cardLayer, lights.names(), dragLayer);
    }

    MapGeometry geometry() {
        return geometry;
    }

    Layer dragLayer() {
        return dragLayer;
    }

    TieLayer ties() {
        return ties;
    }

    /** Takes over where everything stands and what it is. */
    void take(MapGeometry next) {
        geometry = next;
        drawn = model.drawn();
        cardFaces.clear();
        zoneFaces.clear();
        cards.retain(next.cards().keySet());
        zones.retain(next.zones().keySet());
        sections.retain(next.sections().stream().map(MapScene::key).collect(Collectors.toSet()));
        ties.take(next);
        lights.take(next);
        world.take(next, model.topologyProperty().get());
    }

    /** Forgets what was known of the looks of elements; they are asked for again when seen. */
    void forget(Set<GraphElement> elements) {
        for (GraphElement element : elements) {
            switch (element) {
                case Element.ServiceElement(String service) -> cardFaces.remove(service);
                case Element.NetworkElement(String network) -> zoneFaces.remove(network);
                case Element.MembershipElement _ -> {}
            }
        }
    }

    /** Draws elements anew where they are seen, at the level of detail of last time; nothing else is touched. */
    void redraw(Set<GraphElement> elements) {
        for (GraphElement element : elements) {
            switch (element) {
                case Element.ServiceElement(String service) ->
                    cards.seen(service).ifPresent(card -> showCard(service, shown));
                case Element.NetworkElement(String network) ->
                    zones.seen(network).ifPresent(zone -> showZone(network, shown));
                case Element.MembershipElement _ -> {}
            }
        }
    }

    /** Attaches what is in this part of the map, at this level of detail. */
    void show(Box seen, Detail detail) {
        shown = detail;
        Box wide = seen.grown(AROUND);
        backdrop.cover(seen, detail);
        Set<String> zoneKeys = visible(geometry.zones(), ZoneBox::box, wide);
        zones.attach(zoneKeys);
        zoneKeys.forEach(key -> showZone(key, detail));
        Map<String, SectionBox> sectionBoxes =
                geometry.sections().stream().collect(Collectors.toMap(MapScene::key, s -> s));
        Set<String> sectionKeys = visible(sectionBoxes, SectionBox::box, wide);
        sections.attach(sectionKeys);
        sectionKeys.forEach(key -> showSection(key, sectionBoxes.get(key), detail));
        Set<String> cardKeys = visible(geometry.cards(), CardBox::box, wide);
        cards.attach(cardKeys);
        cardKeys.forEach(key -> showCard(key, detail));
    }

    /** Marks what is selected, and what belongs to it. */
    void mark(Set<GraphElement> selection, Optional<String> hovered) {
        Set<String> services = new LinkedHashSet<>();
        Set<String> networks = new LinkedHashSet<>();
        selection.forEach(element -> {
            switch (element) {
                case Element.ServiceElement(String service) -> services.add(service);
                case Element.NetworkElement(String network) -> networks.add(network);
                case Element.MembershipElement tie -> {}
            }
        });
        cards.attached().forEach(card -> card.setSelected(services.contains(card.service())));
        Set<String> related = services.stream()
                .flatMap(s -> drawn.service(s).stream())
                .flatMap(s -> s.attachments().stream())
                .map(a -> a.network())
                .collect(Collectors.toSet());
        geometry.zones()
                .keySet()
                .forEach(key -> zones.seen(key).ifPresent(zone -> {
                    zone.setSelected(networks.contains(key));
                    zone.setRelated(related.contains(key));
                }));
        ties.setVisible(model.lightsProperty().get().isEmpty());
        ties.mark(selection, hovered);
        lights.show(model.lightsProperty().get());
        world.light(model.lightsProperty().get());
        cards.attached().forEach(card -> card.setLight(model.lightsProperty().get()));
    }

    Optional<CardNode> card(String service) {
        return cards.seen(service);
    }

    Optional<ZoneNode> zone(String key) {
        return zones.seen(key);
    }

    private void showZone(String key, Detail detail) {
        ZoneBox zone = geometry.zones().get(key);
        if (zone == null) {
            return;
        }
        ZoneFace face = zoneFaces.computeIfAbsent(key, k -> zoneFace(zone));
        ZoneNode node = zones.node(key);
        node.show(face, detail);
        place(node, zone.box());
    }

    private ZoneFace zoneFace(ZoneBox zone) {
        return ZoneFace.of(
                zone,
                drawn,
                geometry.cards(),
                drawn.network(zone.key()).flatMap(model::subnet),
                drawn.network(zone.key()).map(model::internal).orElse(false),
                faces.problems(new Element.NetworkElement(zone.key())),
                faces.difference(new Element.NetworkElement(zone.key())),
                model.engineOnlyProperty().get().othersOn(zone.key()));
    }

    private void showSection(String key, @org.jspecify.annotations.Nullable SectionBox section, Detail detail) {
        if (section != null) {
            SectionNode node = sections.node(key);
            node.show(section.title(), detail);
            place(node, section.box());
        }
    }

    private void showCard(String key, Detail detail) {
        CardBox card = geometry.cards().get(key);
        if (card == null) {
            return;
        }
        CardNode node = cards.node(key);
        drawn.service(key)
                .ifPresent(service ->
                        node.show(cardFaces.computeIfAbsent(key, k -> faces.of(service, card, geometry)), detail));
        place(node, card.box());
    }

    private static void place(Region node, Box box) {
        node.resizeRelocate(box.x(), box.y(), box.width(), box.height());
    }

    private static String key(SectionBox section) {
        return section.zone() + "/" + section.id();
    }

    private static <T> Set<String> visible(Map<String, T> items, Function<T, Box> box, Box seen) {
        Set<String> keys = new LinkedHashSet<>();
        items.forEach((key, item) -> {
            if (box.apply(item).overlaps(seen)) {
                keys.add(key);
            }
        });
        return keys;
    }
}
