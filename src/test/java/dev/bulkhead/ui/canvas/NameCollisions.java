package dev.bulkhead.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Collisions of the names of zones and sections, as they are drawn, with each other, with cards and with what else a zone says. */
public final class NameCollisions {

    /** Height of capital letters and depth of the letters below the line, by the size of letters. */
    private static final double CAPITALS = 0.75;

    private static final double DEPTH = 0.22;

    private NameCollisions() {}

    private record Drawn(String words, Bounds ink) {}

    /** Returns what collides with what, in words. */
    public static List<String> of(MapView view) {
        List<Drawn> names = new ArrayList<>();
        names.addAll(drawn(view, ".bh-zone-title"));
        names.addAll(drawn(view, ".bh-section-title"));
        List<Drawn> others = new ArrayList<>(drawn(view, ".bh-zone-subnet"));
        view.lookupAll(".bh-zone-words").stream()
                .filter(NameCollisions::seen)
                .flatMap(words -> drawn(words).stream())
                .forEach(others::add);
        for (Node card : view.lookupAll(".bh-card")) {
            if (seen(card)) {
                others.add(new Drawn(String.valueOf(card.getId()), card.localToScene(card.getLayoutBounds())));
            }
        }
        // From afar names stand over the cards on purpose.
        List<Drawn> far = drawn(view, ".bh-zone-far-name");
        List<String> found = new ArrayList<>();
        for (List<Drawn> all : List.of(names, far)) {
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) {
                    meet(all.get(i), all.get(j), found);
                }
            }
        }
        names.forEach(name -> others.forEach(other -> meet(name, other, found)));
        return found;
    }

    private static void meet(Drawn one, Drawn other, List<String> found) {
        if (one.ink().intersects(other.ink())) {
            found.add(one.words() + " and " + other.words());
        }
    }

    private static List<Drawn> drawn(MapView view, String selector) {
        return view.lookupAll(selector).stream()
                .filter(NameCollisions::seen)
                .flatMap(node -> drawn(node).stream())
                .toList();
    }

    private static List<Drawn> drawn(Node node) {
        List<Drawn> all = new ArrayList<>();
        Set<Node> texts = node.lookupAll(".text");
        for (Node each : texts) {
            if (each instanceof Text text && !text.getText().isEmpty()) {
                double size = text.getFont().getSize();
                double base = text.getLayoutBounds().getMinY() + text.getBaselineOffset();
                Point2D top = text.localToScene(text.getLayoutBounds().getMinX(), base - CAPITALS * size);
                Point2D bottom = text.localToScene(text.getLayoutBounds().getMaxX(), base + DEPTH * size);
                String words = each.getParent() instanceof Labeled label ? label.getText() : text.getText();
                all.add(new Drawn(
                        words,
                        new BoundingBox(
                                top.getX(), top.getY(), bottom.getX() - top.getX(), bottom.getY() - top.getY())));
            }
        }
        return all;
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
