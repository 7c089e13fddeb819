package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.WorldBox;
import dev.bulkhead.ui.canvas.card.Enlarged;
import dev.bulkhead.ui.canvas.card.Legibility;
import dev.bulkhead.ui.canvas.model.Lights;
import dev.bulkhead.ui.canvas.model.Lights.Light;
import dev.bulkhead.ui.theme.Nodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;

/** Layer of the edges of reach: from the selected service to everybody it reaches, each cause named once. */
final class LightLayer extends Region {

    /** With more edges than this, lit cards say enough; a carpet of lines would hide them. */
    private static final int MOST = 400;

    /** How far along an edge its label can stand, best first: nearer to the far end, where edges are apart. */
    private static final List<Double> LABEL_PLACES = List.of(0.62, 0.5, 0.74, 0.4, 0.84, 0.3, 0.2, 0.92);

    /** Edges beyond this many offer no better place for a label. */
    private static final int LABEL_EDGES = 12;

    /** The names of the causes, above the cards. */
    private final Layer names = new Layer(false);

    private Optional<Lights> shown = Optional.empty();
    private MapGeometry geometry = MapGeometry.EMPTY;
    private Legibility legibility = Legibility.FULL;

    LightLayer() {
        setManaged(false);
        setPickOnBounds(false);
        setMouseTransparent(true);
    }

    Layer names() {
        return names;
    }

    void take(MapGeometry next) {
        geometry = next;
        draw();
    }

    void show(Optional<Lights> lights) {
        if (!lights.equals(shown)) {
            shown = lights;
            draw();
        }
    }

    /** Names causes as they can be read. */
    void show(Legibility read) {
        if (!read.equals(legibility)) {
            legibility = read;
            if (shown.isPresent()) {
                draw();
            }
        }
    }

    private void draw() {
        getChildren().clear();
        names.clear();
        shown.ifPresent(lights -> {
            CardBox origin = geometry.cards().get(lights.origin());
            if (origin != null) {
                draw(lights, origin.box());
            }
        });
    }

    private void draw(Lights lights, Box origin) {
        Map<Light, List<Box>> ends = new LinkedHashMap<>();
        lights.world()
                .forEach((node, light) -> geometry.world().stream()
                        .filter(box -> box.node() == node)
                        .map(WorldBox::box)
                        .forEach(box -> ends.computeIfAbsent(light, l -> new ArrayList<>())
                                .add(box)));
        lights.services()
                .forEach((service, light) -> Optional.ofNullable(
                                geometry.cards().get(service))
                        .ifPresent(card -> ends.computeIfAbsent(light, l -> new ArrayList<>())
                                .add(card.box())));
        Map<String, Path> paths = new TreeMap<>();
        List<Name> labels = new ArrayList<>();
        int drawn = 0;
        for (Map.Entry<Light, List<Box>> entry : ends.entrySet()) {
            Light light = entry.getKey();
            Path path = paths.computeIfAbsent(style(light), LightLayer::path);
            for (Box end : entry.getValue()) {
                if (drawn++ < MOST) {
                    path.getElements().addAll(Bow.between(origin, end).elements());
                }
            }
            labels.add(name(light, entry.getValue(), origin));
        }
        getChildren().addAll(paths.values());
        names.addAll(labels.stream().map(Name::label).toList());
        settle(labels);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().addAll("bh-light-edge", style);
        return path;
    }

    private static String style(Light light) {
        return light.breach() ? "bh-breach" : Nodes.styleClass(light.kind());
    }

    /** Names a cause on one of its edges, best on one to the middle of all ends that have it. */
    private static Name name(Light light, List<Box> ends, Box origin) {
        Point around = Box.around(ends).center();
        List<Bow> runs = ends.stream()
                .sorted(Comparator.comparingDouble(box ->
                        Math.hypot(box.center().x() - around.x(), box.center().y() - around.y())))
                .limit(LABEL_EDGES)
                .map(end -> Bow.between(origin, end))
                .toList();
        Label label = new Label(ends.size() == 1 ? light.via() : light.via() + " · " + ends.size());
        label.getStyleClass().addAll("bh-light-label", style(light));
        label.setManaged(false);
        return new Name(label, runs);
    }

    /** A label, and the edges it can stand on, best first. */
    private record Name(Label label, List<Bow> runs) {}

    /** Puts labels on their edges where they cover neither a card nor each other, if there is such a place. */
    private void settle(List<Name> labels) {
        names.applyCss();
        List<Box> taken = new ArrayList<>();
        geometry.cards().values().forEach(card -> taken.add(card.box()));
        for (Name name : labels) {
            Label label = name.label();
            double factor = legibility.smallFactor();
            double width = Math.ceil(label.prefWidth(-1) * factor);
            double height = Math.ceil(label.prefHeight(-1) * factor);
            List<Box> places = LABEL_PLACES.stream()
                    .flatMap(part -> name.runs().stream().map(run -> run.at(part)))
                    .map(at -> new Box(Math.rint(at.x() - width / 2), Math.rint(at.y() - height / 2), width, height))
                    .toList();
            Box place = places.stream()
                    .filter(free -> taken.stream().noneMatch(free::overlaps))
                    .findFirst()
                    .orElse(places.getFirst());
            taken.add(place);
            Enlarged.left(label, factor, place.x(), place.center().y(), width + 1);
        }
    }
}
