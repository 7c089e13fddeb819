package dev.bulkhead.ui.canvas;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Layer of nodes of one kind, placed by hand. */
final class Layer extends Region {

    Layer(boolean mouse) {
        setManaged(false);
        setPickOnBounds(false);
        setMouseTransparent(!mouse);
    }

    boolean contains(Node node) {
        return node.getParent() == this;
    }

    void add(Node node) {
        getChildren().add(node);
    }

    void clear() {
        getChildren().clear();
    }

    void addAll(List<? extends Node> nodes) {
        getChildren().addAll(nodes);
    }

    void removeAll(List<? extends Node> nodes) {
        getChildren().removeAll(nodes);
    }
}
