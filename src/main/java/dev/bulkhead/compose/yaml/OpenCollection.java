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
        YamlNode read = flow ? asGoReads(key) : key;
        entries.add(new MappingEntry(read, name(read), node));
        pendingKey = null;
    }

    /**
     * A plain key whose colon has no blank behind it goes on with the colon for the reader that Compose uses: {@code {n:,
     * m: }} has the keys {@code n:} and {@code m} there.
     */
    private static YamlNode asGoReads(YamlNode key) throws ComposeException {
        if (!(key instanceof ScalarNode scalar) || scalar.style() != ScalarStyle.PLAIN || scalar.isEmpty()) {
            return key;
        }
        SourceText source = key.span().source();
        String text = source.text();
        int colon = key.end();
        char next = colon + 1 < text.length() && text.charAt(colon) == ':' ? text.charAt(colon + 1) : ' ';
        if (next == '[' || next == '{') {
            throw new ComposeException(
                    source.mark(colon),
                    "Compose reads no value behind this colon, since no blank stands between; write a blank after it.");
        }
        return next == ',' || next == '}' || next == ']'
                ? new ScalarNode(
                        new Span(source, key.start(), colon + 1),
                        scalar.properties(),
                        ScalarStyle.PLAIN,
                        scalar.value() + ":")
                : key;
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
