package dev.bulkhead.ui.theme;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Ring around what the keys act on, over the whole window: one look for every control, seen on every ground (WCAG 2.2, 2.4.7 and
 * 1.4.11). It is there only for those who came by keys, and what is out of sight comes into it.
 */
final class FocusRing extends Rectangle {

    /** Room between what has the focus and the middle of the line, in pixels. */
    private static final double AWAY = 2;

    private static final double LINE = 2;

    /** Room that is left beside what was scrolled into sight, in pixels. */
    private static final double MARGIN = 8;

    private final Runnable follow = this::follow;
    private @Nullable Node last;

    FocusRing() {
        getStyleClass().add("bh-focus-ring");
        setId("focus-ring");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        // Where something stands is known when the layout is done, and may change with each.
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(follow);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(follow);
            }
        });
    }

    private void follow() {
        Scene scene = getScene();
        Node focused = scene.getFocusOwner();
        boolean keys = focused != null && focused.isFocusVisible();
        if (keys && !focused.equals(last)) {
            reveal(focused);
        }
        last = focused;
        Bounds seen = keys ? seen(focused) : new BoundingBox(0, 0, -1, -1);
        setVisible(!seen.isEmpty());
        if (isVisible()) {
            double left = Math.max(LINE / 2, seen.getMinX() - AWAY);
            double top = Math.max(LINE / 2, seen.getMinY() - AWAY);
            setX(left);
            setY(top);
            setWidth(Math.min(scene.getWidth() - LINE / 2, seen.getMaxX() + AWAY) - left);
            setHeight(Math.min(scene.getHeight() - LINE / 2, seen.getMaxY() + AWAY) - top);
        }
    }

    /** Scrolls what the keys came to into sight, which panes do not by themselves (WCAG 2.2, 2.4.11). */
    private static void reveal(Node focused) {
        for (Parent around = focused.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane && pane.getContent() != null) {
                Node content = pane.getContent();
                double height = pane.getViewportBounds().getHeight();
                double hidden = content.getLayoutBounds().getHeight() - height;
                Bounds at = content.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
                double top = pane.getVvalue() * hidden;
                if (hidden > 0 && (at.getMinY() < top || at.getMaxY() > top + height)) {
                    double above = at.getMinY() - MARGIN;
                    double wanted = at.getMinY() < top ? above : Math.min(above, at.getMaxY() + MARGIN - height);
                    pane.setVvalue(Math.clamp(wanted / hidden, 0, 1));
                }
            }
        }
    }

    /** Returns the part of something that no scrolled pane or other window over it cuts off, in the scene. */
    private static Bounds seen(Node focused) {
        Bounds seen = focused.localToScene(focused.getLayoutBounds());
        for (Parent around = focused.getParent(); around != null; around = around.getParent()) {
            if (around.getClip() != null) {
                seen = common(seen, around.localToScene(around.getClip().getBoundsInParent()));
            }
        }
        return seen;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.min(one.getMaxX(), other.getMaxX()) - left,
                Math.min(one.getMaxY(), other.getMaxY()) - top);
    }
}
