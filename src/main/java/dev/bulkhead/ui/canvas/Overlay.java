package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.Point;
import dev.bulkhead.ui.canvas.gesture.Feedback;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Preview of a gesture over the map: the carried card, the target, the words beside the pointer. */
final class Overlay implements Feedback {

    private static final double TIP_WIDTH = 360;

    private final MapView view;
    private final MapScene scene;
    private final Layer layer;
    private final Toast toast;
    private final Region outline = new Region();
    private final Label tip = new Label();
    private @Nullable CardNode ghost;
    private @Nullable ZoneNode target;
    private Point pointer = new Point(0, 0);

    Overlay(MapView view, MapScene scene, Layer layer, Toast toast) {
        this.view = view;
        this.scene = scene;
        this.layer = layer;
        this.toast = toast;
        outline.getStyleClass().add("bh-outline");
        outline.setId("drag-outline");
        outline.setManaged(false);
        outline.setMouseTransparent(true);
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
    public void carry(String service, Point at) {
        pointer = at;
        CardBox box = scene.geometry().cards().get(service);
        if (box == null) {
            return;
        }
        if (ghost == null || !ghost.service().equals(service)) {
            CardNode carried = new CardNode(service);
            carried.setId("carried-card");
            carried.setManaged(false);
            carried.setMouseTransparent(true);
            carried.getStyleClass().add("bh-carried");
            ghost = carried;
        }
        CardNode carried = ghost;
        scene.card(service).flatMap(CardNode::face).ifPresent(face -> carried.show(face, Detail.NEAR));
        scene.card(service).ifPresent(card -> card.setDragged(true));
        if (!layer.contains(carried)) {
            layer.add(carried);
        }
        carried.resizeRelocate(
                at.x() - box.box().width() / 2,
                at.y() - 19,
                box.box().width(),
                box.box().height());
    }

    @Override
    public void target(String zone, boolean possible, String words) {
        target = scene.zone(zone).orElse(null);
        if (target != null) {
            target.setTarget(true, possible);
        }
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
    public void clear() {
        Optional.ofNullable(ghost)
                .flatMap(card -> scene.card(card.service()))
                .ifPresent(card -> card.setDragged(false));
        layer.clear();
        tip.setVisible(false);
        if (target != null) {
            target.setTarget(false, false);
            target = null;
        }
    }

    @Override
    public void tell(String words) {
        toast.show(words);
    }

    @Override
    public void offer(String words, String label, Runnable action) {
        toast.show(words, label, action);
    }
}
