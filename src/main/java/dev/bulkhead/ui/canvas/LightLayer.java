package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.WorldBox;
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
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;

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
                    edge(path, origin, end);
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

    private static void edge(Path path, Box origin, Box end) {
        Point from = border(origin, end.center());
        Point to = border(end, origin.center());
        Point bend = bend(from, to);
        path.getElements().addAll(new MoveTo(from.x(), from.y()), new QuadCurveTo(bend.x(), bend.y(), to.x(), to.y()));
    }

    /** A light bow, so that edges to cards in one line do not hide each other. */
    private static Point bend(Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        return new Point((from.x() + to.x()) / 2 - dy * 0.12, (from.y() + to.y()) / 2 + dx * 0.12);
    }

    /** Returns where the way from a box's middle to a point leaves the box. */
    private static Point border(Box box, Point toward) {
        Point middle = box.center();
        double dx = toward.x() - middle.x();
        double dy = toward.y() - middle.y();
        double reach = Math.max(Math.abs(dx) / (box.width() / 2), Math.abs(dy) / (box.height() / 2));
        return reach <= 1 ? middle : new Point(middle.x() + dx / reach, middle.y() + dy / reach);
    }

    /** Names a cause on one of its edges, best on one to the middle of all ends that have it. */
    private static Name name(Light light, List<Box> ends, Box origin) {
        Point around = Box.around(ends).center();
        List<Run> runs = ends.stream()
                .sorted(Comparator.comparingDouble(box ->
                        Math.hypot(box.center().x() - around.x(), box.center().y() - around.y())))
                .limit(LABEL_EDGES)
                .map(end -> new Run(border(origin, end.center()), border(end, origin.center())))
                .toList();
        Label label = new Label(ends.size() == 1 ? light.via() : light.via() + " · " + ends.size());
        label.getStyleClass().addAll("bh-light-label", style(light));
        label.setManaged(false);
        return new Name(label, runs);
    }

    /** A label, and the edges it can stand on, best first. */
    private record Name(Label label, List<Run> runs) {}

    /** Where an edge runs. */
    private record Run(Point from, Point to) {

        Point at(double part) {
            Point bend = bend(from, to);
            double rest = 1 - part;
            return new Point(
                    rest * rest * from.x() + 2 * rest * part * bend.x() + part * part * to.x(),
                    rest * rest * from.y() + 2 * rest * part * bend.y() + part * part * to.y());
        }
    }

    /** Puts labels on their edges where they cover neither a card nor each other, if there is such a place. */
    private void settle(List<Name> labels) {
        names.applyCss();
        List<Box> taken = new ArrayList<>();
        geometry.cards().values().forEach(card -> taken.add(card.box()));
        for (Name name : labels) {
            Label label = name.label();
            double width = Math.ceil(label.prefWidth(-1));
            double height = Math.ceil(label.prefHeight(-1));
            List<Box> places = LABEL_PLACES.stream()
                    .flatMap(part -> name.runs().stream().map(run -> run.at(part)))
                    .map(at -> new Box(Math.rint(at.x() - width / 2), Math.rint(at.y() - height / 2), width, height))
                    .toList();
            Box place = places.stream()
                    .filter(free -> taken.stream().noneMatch(free::overlaps))
                    .findFirst()
                    .orElse(places.getFirst());
            taken.add(place);
            label.resizeRelocate(place.x(), place.y(), width, height);
        }
    }
}
