package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.Point;
import dev.bulkhead.ui.canvas.aim.Snap;
import dev.bulkhead.ui.canvas.card.CardNode;
import dev.bulkhead.ui.canvas.over.Announcer;
import dev.bulkhead.ui.canvas.over.Toast;
import dev.bulkhead.ui.canvas.surface.Feedback;
import dev.bulkhead.ui.canvas.zone.ZoneNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** Preview of a gesture over the map: the carried card, the target, the words beside the pointer. */
final class Overlay implements Feedback {

    private static final double TIP_WIDTH = 360;

    /** More cards than that are carried as those; the words say how many. */
    private static final int MOST_GHOSTS = 40;

    /** Where the pointer holds a card, from its upper edge: on its name. */
    private static final double GRIP = 19;

    private final MapView view;
    private final MapScene scene;
    private final Layer layer;
    private final Toast toast;
    private final Announcer announcer;
    private final Region outline = new Region();
    private final Label tip = new Label();
    private final Line drawn = new Line();
    private final Map<String, CardNode> ghosts = new LinkedHashMap<>();
    private @Nullable ZoneNode target;
    private Point pointer = new Point(0, 0);
    /** The services that were carried last, which the words after the drop are about. */
    private List<String> carried = List.of();

    Overlay(MapView view, MapScene scene, Toast toast, Announcer announcer) {
        this.view = view;
        this.scene = scene;
        this.layer = scene.dragLayer();
        this.announcer = announcer;
        this.toast = toast;
        outline.getStyleClass().add("bh-outline");
        outline.setId("drag-outline");
        outline.setManaged(false);
        outline.setMouseTransparent(true);
        drawn.getStyleClass().add("bh-drawn-tie");
        drawn.setId("drawn-tie");
        drawn.setManaged(false);
        drawn.setMouseTransparent(true);
        tip.getStyleClass().add("bh-drag-tip");
        tip.setId("drag-tip");
        tip.setWrapText(true);
        tip.setManaged(false);
        tip.setMouseTransparent(true);
        tip.setVisible(false);
    }

    Label tip() {
        return tip;
    }

    @Override
    public void carry(List<String> services, Point at) {
        pointer = at;
        carried = services;
        ghosts.keySet().retainAll(services);
        CardBox held = scene.geometry().cards().get(services.getFirst());
        if (held == null) {
            return;
        }
        // The held one last, so that it lies over the others.
        for (String service : services.stream().limit(MOST_GHOSTS).toList().reversed()) {
            CardBox box = scene.geometry().cards().get(service);
            if (box != null) {
                double dx = box.box().x() - held.box().x() - held.box().width() / 2;
                double dy = box.box().y() - held.box().y() - GRIP;
                carry(box, new Point(at.x() + dx, at.y() + dy), service.equals(services.getFirst()));
            }
        }
    }

    private void carry(CardBox box, Point corner, boolean held) {
        CardNode carried = ghosts.computeIfAbsent(box.service(), Overlay::ghost);
        carried.setId(held ? "carried-card" : "carried-" + box.service());
        scene.card(box.service()).flatMap(CardNode::face).ifPresent(face -> carried.show(face, scene.legibility()));
        scene.card(box.service()).ifPresent(card -> card.setDragged(true));
        if (!layer.contains(carried)) {
            layer.add(carried);
        }
        carried.resizeRelocate(
                corner.x(), corner.y(), box.box().width(), box.box().height());
    }

    private static CardNode ghost(String service) {
        CardNode carried = new CardNode(service);
        carried.setManaged(false);
        carried.setMouseTransparent(true);
        carried.getStyleClass().add("bh-carried");
        return carried;
    }

    @Override
    public void line(Point from, Point at) {
        pointer = at;
        drawn.setStartX(from.x());
        drawn.setStartY(from.y());
        drawn.setEndX(at.x());
        drawn.setEndY(at.y());
        if (!layer.contains(drawn)) {
            layer.add(drawn);
        }
    }

    @Override
    public void target(String zone, boolean possible, String words) {
        target = scene.zone(zone).orElse(null);
        if (target != null) {
            target.setTarget(true, possible);
        }
        announcer.say(words);
        tip.setText(words);
        tip.getStyleClass().removeAll("bh-yes", "bh-no");
        tip.getStyleClass().add(possible ? "bh-yes" : "bh-no");
        tip.setVisible(true);
        tip.applyCss();
        double width = Math.min(TIP_WIDTH, tip.prefWidth(-1));
        double height = tip.prefHeight(width);
        double x = view.toView(pointer).x() + 18;
        double y = view.toView(pointer).y() + 34;
        tip.resizeRelocate(
                Math.rint(Math.clamp(x, 8, Math.max(8, view.getWidth() - width - 8))),
                Math.rint(Math.clamp(y, 8, Math.max(8, view.getHeight() - height - 8))),
                width,
                height);
    }

    @Override
    public void outline(Box box) {
        if (!layer.contains(outline)) {
            layer.add(outline);
        }
        outline.toBack();
        outline.resizeRelocate(box.x(), box.y(), box.width(), box.height());
    }

    @Override
    public void land(Map<String, CardBox> cards) {
        scene.ties().carry(cards);
    }

    @Override
    public void guides(List<Snap.Guide> lines) {
        for (Snap.Guide guide : lines) {
            Line line = new Line(
                    guide.from().x(),
                    guide.from().y(),
                    guide.to().x(),
                    guide.to().y());
            line.getStyleClass().add("bh-guide");
            line.setManaged(false);
            line.setMouseTransparent(true);
            layer.add(line);
        }
    }

    @Override
    public void clear() {
        ghosts.keySet().stream()
                .flatMap(service -> scene.card(service).stream())
                .forEach(card -> card.setDragged(false));
        layer.clear();
        tip.setVisible(false);
        if (target != null) {
            target.setTarget(false, false);
            target = null;
        }
    }

    @Override
    public void tell(String words) {
        announcer.say(words);
        show(words, "", () -> {});
    }

    @Override
    public void offer(String words, String label, Runnable action) {
        announcer.say(words + " " + label + "?");
        show(words, label, action);
    }

    private void show(String words, String label, Runnable action) {
        toast.show(words, label, action);
        Point dropped = view.toView(pointer);
        Stream<Bounds> spot = Stream.of(new BoundingBox(dropped.x(), dropped.y(), 1, 1));
        Stream<Bounds> cards = carried.stream().flatMap(service -> view.cardInView(service).stream());
        toast.spare(Stream.concat(spot, cards).toList(), view.getWidth(), view.getHeight());
    }
}
