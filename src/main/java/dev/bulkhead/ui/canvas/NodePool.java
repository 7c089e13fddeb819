package dev.bulkhead.ui.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;

/**
 * Pool of the nodes of one layer, by key: made when first wanted, attached to the scene only while they can be seen.
 *
 * @param <N> the nodes
 */
final class NodePool<N extends Node> {

    private final Layer layer;
    private final Function<String, N> maker;
    private final Map<String, N> made = new HashMap<>();
    private final Set<String> attached = new HashSet<>();

    NodePool(Layer layer, Function<String, N> maker) {
        this.layer = layer;
        this.maker = maker;
    }

    /** Returns the node of a key, attached or not. */
    N node(String key) {
        return made.computeIfAbsent(key, k -> {
            N node = maker.apply(k);
            node.setManaged(false);
            return node;
        });
    }

    /** Returns the node of a key if it is attached. */
    Optional<N> seen(String key) {
        return attached.contains(key) ? Optional.ofNullable(made.get(key)) : Optional.empty();
    }

    Collection<N> attached() {
        return attached.stream().map(this::node).toList();
    }

    /** Attaches the nodes of these keys and detaches all others, except one that has the focus. */
    void attach(Set<String> wanted) {
        List<Node> leaving = new ArrayList<>();
        attached.removeIf(key -> {
            N node = node(key);
            boolean leaves = !wanted.contains(key) && !node.isFocused();
            if (leaves) {
                leaving.add(node);
            }
            return leaves;
        });
        if (!leaving.isEmpty()) {
            layer.removeAll(leaving);
        }
        List<Node> coming = new ArrayList<>();
        for (String key : wanted) {
            if (attached.add(key)) {
                coming.add(node(key));
            }
        }
        layer.addAll(coming);
    }

    /** Forgets nodes of keys that are gone. */
    void retain(Set<String> keys) {
        attached.removeIf(key -> {
            boolean gone = !keys.contains(key);
            if (gone) {
                layer.removeAll(List.of(node(key)));
            }
            return gone;
        });
        made.keySet().retainAll(keys);
    }
}
