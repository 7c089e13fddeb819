package dev.bulkhead.ui.canvas;

import dev.bulkhead.check.Finding;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.SectionBox;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.card.CardNode;
import dev.bulkhead.ui.canvas.card.Legibility;
import dev.bulkhead.ui.canvas.model.Deviations;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.model.RuleBreaches;
import dev.bulkhead.ui.canvas.motion.Shifts;
import dev.bulkhead.ui.canvas.sight.Shown;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.canvas.zone.FarNames;
import dev.bulkhead.ui.canvas.zone.SectionNode;
import dev.bulkhead.ui.canvas.zone.ZoneNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;

/** Nodes of the map, in layers, kept in step with the model. */
final class MapScene extends Region {

    private static final double AROUND = 80;

    private final MapViewModel model;
    private final SightViewModel sight;
    private final SeenFaces faces;
    private final Backdrop backdrop = new Backdrop();
    private final HostFrameLayer frames = new HostFrameLayer();
    private final Layer zoneLayer = new Layer(true);
    private final Layer sectionLayer = new Layer(false);
    private final Layer cardLayer = new Layer(true);
    private final Layer dragLayer = new Layer(false);
    private final TieLayer ties;
    private final LightLayer lights = new LightLayer();
    private final FarNames farNames = new FarNames();
    private final RuleLayer rules;
    private final WorldLayer world = new WorldLayer();
    private final NodePool<ZoneNode> zones = new NodePool<>(zoneLayer, ZoneNode::new);
    private final NodePool<SectionNode> sections = new NodePool<>(sectionLayer, key -> new SectionNode());
    private final NodePool<CardNode> cards = new NodePool<>(cardLayer, CardNode::new);
    private Map<String, Point> cardShifts = Map.of();
    private Map<String, Point> zoneShifts = Map.of();
    private MapGeometry geometry = MapGeometry.EMPTY;
    private Legibility shown = Legibility.FULL;
    /** What is drawn, as of the last geometry. */
    private Topology drawn = Topology.of("", List.of(), List.of());

    MapScene(SightViewModel sight, BiConsumer<String, List<Finding>> openProblems) {
        this.rules = new RuleLayer(openProblems);
        this.sight = sight;
        this.model = sight.map();
        this.faces = new SeenFaces(model);
        this.ties = new TieLayer(model);
        setManaged(false);
        setPickOnBounds(false);
        getStyleClass().add("bh-map-scene");
        getChildren()
                .addAll(
                        backdrop,
                        frames,
                        zoneLayer,
                        sectionLayer,
                        ties,
                        lights,
                        world,
                        cardLayer,
                        farNames,
                        rules,
                        lights.names(),
                        dragLayer);
    }

    MapGeometry geometry() {
        return geometry;
    }

    Layer dragLayer() {
        return dragLayer;
    }

    /** Returns how large text was made last time. */
    Legibility legibility() {
        return shown;
    }

    /** Returns the services that are not as they should be. */
    Set<String> deviating() {
        return faces.deviating();
    }

    Deviations deviations() {
        return faces.deviations();
    }

    TieLayer ties() {
        return ties;
    }

    /** Takes over where everything stands and what it is. */
    void take(MapGeometry next) {
        slide(1);
        cardShifts = Shifts.of(geometry.cards(), next.cards(), CardBox::box);
        zoneShifts = Shifts.of(geometry.zones(), next.zones(), ZoneBox::box);
        geometry = next;
        drawn = model.drawn();
        faces.take(drawn, next);
        cards.retain(next.cards().keySet());
        zones.retain(next.zones().keySet());
        sections.retain(next.sections().stream().map(MapScene::key).collect(Collectors.toSet()));
        ties.take(next);
        lights.take(next);
        rules.take(next);
        world.take(next, model.topologyProperty().get());
        frames.take(next, model.hostsProperty().get());
    }

    /** Returns whether something that was drawn before is elsewhere now. */
    boolean moves() {
        return !cardShifts.isEmpty() || !zoneShifts.isEmpty();
    }

    /** Shows what moved on its way, from 0, where it stood, to 1, where it is. */
    void slide(double done) {
        cardShifts.forEach((key, by) -> cards.seen(key).ifPresent(card -> Shifts.show(card, by, done)));
        zoneShifts.forEach((key, by) -> zones.seen(key).ifPresent(zone -> Shifts.show(zone, by, done)));
        ties.setOpacity(moves() ? done : 1);
        if (done >= 1) {
            cardShifts = Map.of();
            zoneShifts = Map.of();
        }
    }

    /** Forgets what was known of the looks of elements; they are asked for again when seen. */
    void forget(Set<GraphElement> elements) {
        faces.forget(elements);
    }

    /** Draws elements anew where they are seen, as it could be read last time; nothing else is touched. */
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

    /** Attaches what is in this part of the map, as it can be read. */
    void show(Box seen, Legibility detail) {
        shown = detail;
        Box wide = seen.grown(AROUND);
        backdrop.cover(seen, detail.detail());
        farNames.show(geometry.zones(), ZoneKeys::title, detail);
        world.show(detail);
        frames.show(detail);
        lights.show(detail);
        ties.show(detail);
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
        rules.show(RuleBreaches.of(model.problems().values(), geometry, selection), shown);
        lights.show(model.lightsProperty().get());
        world.light(model.lightsProperty().get());
        cards.attached().forEach(card -> card.setLight(model.lightsProperty().get()));
        dim();
    }

    /** Lets step back what is not looked at; a zone that holds a card which is does not. */
    private void dim() {
        Shown looked = sight.shownProperty().getValue();
        ties.dim(looked);
        cards.attached().forEach(card -> card.setDimmed(!looked.service(card.service())));
        Set<String> holding = !looked.part()
                ? Set.of()
                : geometry.cards().values().stream()
                        .filter(card -> looked.service(card.service()))
                        .map(CardBox::zone)
                        .collect(Collectors.toSet());
        geometry.zones()
                .keySet()
                .forEach(key -> zones.seen(key)
                        .ifPresent(zone -> zone.setDimmed(!holding.contains(key) && !looked.network(key))));
    }

    Optional<CardNode> card(String service) {
        return cards.seen(service);
    }

    Optional<ZoneNode> zone(String key) {
        return zones.seen(key);
    }

    private void showZone(String key, Legibility detail) {
        ZoneBox zone = geometry.zones().get(key);
        if (zone == null) {
            return;
        }
        ZoneNode node = zones.node(key);
        node.show(faces.zone(zone), detail);
        place(node, zone.box());
    }

    private void showSection(String key, @org.jspecify.annotations.Nullable SectionBox section, Legibility detail) {
        if (section != null) {
            SectionNode node = sections.node(key);
            node.show(section.title(), detail);
            place(node, section.box());
        }
    }

    private void showCard(String key, Legibility detail) {
        CardBox card = geometry.cards().get(key);
        if (card == null) {
            return;
        }
        CardNode node = cards.node(key);
        if (drawn.service(key).isPresent()) {
            node.show(faces.card(key), detail);
        }
        place(node, card.box());
        if (!cardShifts.containsKey(key)) {
            Shifts.show(node, Shifts.NONE, 1);
        }
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
