package dev.bulkhead.ui.canvas.card;

import javafx.scene.layout.Region;

/** Placement of text that is drawn larger than its style sheet says, since the map around it is drawn smaller. */
public final class Enlarged {

    private Enlarged() {}

    /** Puts a node with its left edge and its middle at a point, so many times its size; returns the room that it takes. */
    public static double left(Region node, double factor, double x, double middle, double room) {
        double width = Math.min(node.prefWidth(-1), Math.max(0, room) / factor);
        double height = node.prefHeight(-1);
        node.resize(width, height);
        node.setScaleX(factor);
        node.setScaleY(factor);
        // Scaled around its own middle.
        double shift = width * (factor - 1) / 2;
        node.relocate(
                factor > 1 ? x + shift : Math.rint(x),
                factor > 1 ? middle - height / 2 : Math.rint(middle - height / 2));
        return width * factor;
    }

    /** Puts a node with its right edge and its middle at a point, so many times its size; returns the room that it takes. */
    public static double right(Region node, double factor, double x, double middle, double room) {
        double width = Math.min(node.prefWidth(-1), Math.max(0, room) / factor) * factor;
        return left(node, factor, x - width, middle, width);
    }
}
