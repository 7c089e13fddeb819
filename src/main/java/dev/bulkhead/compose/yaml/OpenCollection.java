package dev.bulkhead.compose.yaml;

import dev.bulkhead.compose.ComposeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list or mapping whose end has not been reached. */
final class OpenCollection {

    private final Span opening;
    private final NodeProperties properties;
    private final boolean flow;
    private final boolean mapping;
    private final int weightBefore;
    private final List<YamlNode> items = new ArrayList<>();
    private final List<MappingEntry> entries = new ArrayList<>();
    private final Map<String, YamlNode> keys = new HashMap<>();
    private @Nullable YamlNode pendingKey;
    private int lastEnd;

    OpenCollection(Span opening, NodeProperties properties, boolean flow, boolean mapping, int weightBefore) {
        this.opening = opening;
        this.properties = properties;
        this.flow = flow;
        this.mapping = mapping;
        this.weightBefore = weightBefore;
        this.lastEnd = opening.end();
    }

    NodeProperties properties() {
        return properties;
    }

    int weightBefore() {
        return weightBefore;
    }

    /** Takes the next child: an item, or a key and a value by turns. */
    void accept(YamlNode node) throws ComposeException {
        lastEnd = Math.max(lastEnd, node.end());
        if (!mapping) {
            items.add(node);
            return;
        }
        YamlNode key = pendingKey;
        if (key == null) {
            pendingKey = node;
            return;
        }
        entries.add(new MappingEntry(key, name(key), node));
        pendingKey = null;
    }

    private String name(YamlNode key) throws ComposeException {
        if (!(key.resolved() instanceof ScalarNode scalar)) {
            throw new ComposeException(key.mark(), "a key has to be text, not a list or a mapping; write it as text.");
        }
        YamlNode before = keys.putIfAbsent(scalar.value(), key);
        if (before != null) {
            throw new ComposeException(
                    key.mark(),
                    "the key " + scalar.value() + " stands here a second time, first in line "
                            + before.mark().line() + "; merge the two.");
        }
        return scalar.value();
    }

    /** Returns the finished node; a block ends with its last child, a flow collection with its bracket. */
    YamlNode close(int closing) {
        Span span = new Span(opening.source(), opening.start(), flow ? closing : lastEnd);
        return mapping
                ? new MappingNode(span, properties, flow, List.copyOf(entries))
                : new SequenceNode(span, properties, flow, List.copyOf(items));
    }
}
