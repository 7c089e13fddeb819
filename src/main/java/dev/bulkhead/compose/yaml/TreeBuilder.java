package dev.bulkhead.compose.yaml;

import dev.bulkhead.compose.ComposeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builder of trees from parser events, without recursion; one builder serves the documents of one file, because Compose
 * lets aliases name anchors of documents before theirs.
 */
final class TreeBuilder {

    private record Anchored(YamlNode node, int weight) {}

    private final SourceText source;
    private final OffsetMap offsets;
    private final YamlLimits limits;
    private final Iterator<Event> events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Deque<OpenCollection> open = new ArrayDeque<>();
    private @Nullable YamlNode root;
    private int weight;

    TreeBuilder(SourceText source, OffsetMap offsets, YamlLimits limits, Iterator<Event> events) {
        this.source = source;
        this.offsets = offsets;
        this.limits = limits;
        this.events = events;
    }

    /** Consumes the events of one document, its end included. */
    YamlNode build() throws ComposeException {
        root = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case Scalar -> scalar((ScalarEvent) event);
                case Alias -> alias((AliasEvent) event);
                case SequenceStart, MappingStart -> start((CollectionStartEvent) event);
                case SequenceEnd, MappingEnd -> end(event);
                case DocumentEnd -> {
                    return root == null ? emptyRoot(event) : root;
                }
                case StreamStart, StreamEnd, DocumentStart, Comment -> {}
            }
        }
        return root == null ? new ScalarNode(span(0, 0), NodeProperties.NONE, ScalarStyle.PLAIN, "") : root;
    }

    private void scalar(ScalarEvent event) throws ComposeException {
        ScalarStyle style = switch (event.getScalarStyle()) {
            case PLAIN, JSON_SCALAR_STYLE -> ScalarStyle.PLAIN;
            case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
            case LITERAL -> ScalarStyle.LITERAL;
            case FOLDED -> ScalarStyle.FOLDED;
        };
        int start = startOf(event);
        int end = Math.max(start, offset(event.getEndMark()));
        String value = event.getValue();
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            end = trimBlanks(start, end);
            value = withoutInventedBreak(value, end);
        }
        NodeProperties properties = properties(event.getAnchor(), event.getTag());
        grow(1, start);
        accept(new ScalarNode(span(start, end), properties, style, value), 1);
    }

    private void alias(AliasEvent event) throws ComposeException {
        String name = event.getAlias().getValue();
        int start = startOf(event);
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            boolean around = open.stream().anyMatch(o -> o.properties().anchor().equals(Optional.of(name)));
            throw new ComposeException(
                    source.mark(start),
                    around
                            ? "the alias *" + name + " stands inside the value of &" + name
                                    + ", which would contain itself; take it out."
                            : "the alias *" + name + " names no anchor before it; define &" + name
                                    + " above, or quote the value if it is meant as text.");
        }
        grow(anchored.weight(), start);
        accept(new AliasNode(span(start, offset(event.getEndMark())), name, anchored.node()), anchored.weight());
    }

    private void start(CollectionStartEvent event) throws ComposeException {
        int start = startOf(event);
        if (open.size() >= limits.depth()) {
            throw new ComposeException(
                    source.mark(start),
                    "values nest deeper than " + limits.depth() + " levels; flatten this part of the file.");
        }
        NodeProperties properties = properties(event.getAnchor(), event.getTag());
        event.getAnchor().ifPresent(anchor -> anchors.remove(anchor.getValue()));
        grow(1, start);
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        open.push(new OpenCollection(
                span(start, offset(event.getEndMark())), properties, event.isFlow(), mapping, weight));
    }

    private void end(Event event) throws ComposeException {
        OpenCollection done = open.pop();
        accept(done.close(offset(event.getEndMark())), weight - done.weightBefore() + 1);
    }

    private void accept(YamlNode node, int ownWeight) throws ComposeException {
        Optional<String> anchor = node.properties().anchor();
        if (anchor.isPresent()) {
            anchors.put(anchor.get(), new Anchored(node, ownWeight));
        }
        if (open.isEmpty()) {
            root = node;
        } else {
            open.element().accept(node);
        }
    }

    private void grow(int by, int at) throws ComposeException {
        weight += by;
        if (weight > limits.nodes()) {
            throw new ComposeException(
                    source.mark(at),
                    "the file stands for more than " + limits.nodes()
                            + " values here, aliases counted in full; use fewer aliases or split the file.");
        }
    }

    private YamlNode emptyRoot(Event event) {
        int at = offset(event.getStartMark());
        return new ScalarNode(span(at, at), NodeProperties.NONE, ScalarStyle.PLAIN, "");
    }

    private static NodeProperties properties(Optional<Anchor> anchor, Optional<String> tag) {
        return anchor.isEmpty() && tag.isEmpty()
                ? NodeProperties.NONE
                : new NodeProperties(anchor.map(Anchor::getValue), tag);
    }

    /** The parser ends a block with a line break even where the file ends without one; Compose does not. */
    private String withoutInventedBreak(String value, int end) {
        String text = source.text();
        int at = end;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at == text.length() && value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
    }

    private int trimBlanks(int start, int end) {
        int at = Math.min(end, source.text().length());
        while (at > start && Character.isWhitespace(source.text().charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private Span span(int start, int end) {
        return new Span(source, start, end);
    }

    private int startOf(Event event) {
        return offset(event.getStartMark());
    }

    private int offset(Optional<Mark> mark) {
        return mark.map(m -> offsets.offset(m.getIndex())).orElse(0);
    }
}
