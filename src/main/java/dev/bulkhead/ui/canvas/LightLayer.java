package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.WorldBox;
import dev.bulkhead.ui.canvas.model.Lights;
import dev.bulkhead.ui.canvas.model.Lights.Light;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;

/** The edges of reach: from the selected service to everybody it reaches, each cause named once. */
final class LightLayer extends Region {

    /** With more edges than this, lit cards say enough; a carpet of lines would hide them. */
    private static final int MOST = 400;

    /** How far along an edge its label stands: nearer to the far end, where edges are apart. */
    private static final double LABEL_AT = 0.62;

    private Optional<Lights> shown = Optional.empty();
    private MapGeometry geometry = MapGeometry.EMPTY;

    LightLayer() {
        setManaged(false);
        setPickOnBounds(false);
        setMouseTransparent(true);
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
        shown.ifPresent(lights -> {
            CardBox origin = geometry.cards().get(lights.origin());
            if (origin != null) {
                draw(lights, origin.box());
            }
        });
    }

    private void draw(Lights lights, Box origin) {
        Map<Light, List<Box>> ends = new LinkedHashMap<>();
        lights.world().forEach((node, light) -> geometry.world().stream()
                .filter(box -> box.node() == node)
                .map(WorldBox::box)
                .forEach(box -> ends.computeIfAbsent(light, l -> new ArrayList<>()).add(box)));
        lights.services().forEach((service, light) -> Optional.ofNullable(geometry.cards().get(service))
                .ifPresent(card -> ends.computeIfAbsent(light, l -> new ArrayList<>()).add(card.box())));
        Map<String, Path> paths = new TreeMap<>();
        List<Label> labels = new ArrayList<>();
        int drawn = 0;
        for (Map.Entry<Light, List<Box>> entry : ends.entrySet()) {
            Light light = entry.getKey();
            Path path = paths.computeIfAbsent(style(light), LightLayer::path);
            for (Box end : entry.getValue()) {
                if (drawn++ < MOST) {
                    edge(path, origin, end);
                }
            }
            labels.add(label(light, entry.getValue(), origin));
        }
        getChildren().addAll(paths.values());
        getChildren().addAll(labels);
        settle(labels);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().addAll("light-edge", style);
        return path;
    }

    private static String style(Light light) {
        return light.breach() ? "breach" : light.kind().name().toLowerCase(Locale.ROOT);
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

    /** Names a cause on the edge to the end that is in the middle of all that have it. */
    private static Label label(Light light, List<Box> ends, Box origin) {
        Point around = Box.around(ends).center();
        Box end = ends.stream()
                .min(Comparator.comparingDouble(
                        box -> Math.hypot(box.center().x() - around.x(), box.center().y() - around.y())))
                .orElse(origin);
        Point from = border(origin, end.center());
        Point to = border(end, origin.center());
        Point bend = bend(from, to);
        double rest = 1 - LABEL_AT;
        double x = rest * rest * from.x() + 2 * rest * LABEL_AT * bend.x() + LABEL_AT * LABEL_AT * to.x();
        double y = rest * rest * from.y() + 2 * rest * LABEL_AT * bend.y() + LABEL_AT * LABEL_AT * to.y();
        Label label = new Label(ends.size() == 1 ? light.via() : light.via() + " · " + ends.size());
        label.getStyleClass().addAll("light-label", style(light));
        label.setManaged(false);
        label.setUserData(new Point(x, y));
        return label;
    }

    /** Puts labels on their edges; one that would cover another moves down below it. */
    private void settle(List<Label> labels) {
        applyCss();
        List<Box> taken = new ArrayList<>();
        for (Label label : labels) {
            double width = Math.ceil(label.prefWidth(-1));
            double height = Math.ceil(label.prefHeight(-1));
            Point at = (Point) label.getUserData();
            Box place = new Box(Math.rint(at.x() - width / 2), Math.rint(at.y() - height / 2), width, height);
            for (int tries = 0; tries < labels.size(); tries++) {
                Box wanted = place;
                Optional<Box> covered = taken.stream().filter(wanted::overlaps).findFirst();
                if (covered.isEmpty()) {
                    break;
                }
                place = new Box(place.x(), covered.get().bottom() + 2, width, height);
            }
            taken.add(place);
            label.resizeRelocate(place.x(), place.y(), width, height);
        }
    }
}
