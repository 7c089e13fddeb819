package dev.bulkhead.compose.yaml;

import dev.bulkhead.compose.ComposeException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Comments of a file: what stands after a {@code #} that no value holds. */
public final class YamlComments {

    private YamlComments() {}

    /**
     * Returns the comments in the order they stand.
     *
     * @param name the name that marks give the file
     * @throws ComposeException if the text is not YAML
     */
    public static List<YamlComment> of(String name, String text) throws ComposeException {
        YamlFile file = YamlReader.parse(name, text);
        BitSet held = held(file);
        SourceText source = file.source();
        List<YamlComment> comments = new ArrayList<>();
        int at = text.indexOf('#');
        while (at >= 0) {
            boolean begins = !held.get(at) && (at == 0 || Character.isWhitespace(text.charAt(at - 1)));
            int end = begins ? lineEnd(text, at) : at + 1;
            if (begins) {
                comments.add(new YamlComment(text.substring(at, end), source.mark(at), about(source, at)));
            }
            at = text.indexOf('#', end);
        }
        return comments;
    }

    /** Returns the offsets of every {@code #} inside a value. */
    private static BitSet held(YamlFile file) {
        BitSet held = new BitSet();
        Deque<YamlNode> open = new ArrayDeque<>();
        file.documents().forEach(document -> open.add(document.root()));
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case ScalarNode scalar -> hold(scalar.span(), held);
                case SequenceNode list -> open.addAll(list.items());
                case MappingNode map ->
                    map.entries().forEach(entry -> {
                        open.add(entry.key());
                        open.add(entry.value());
                    });
                case AliasNode alias -> hold(alias.span(), held);
            }
        }
        return held;
    }

    private static void hold(Span span, BitSet held) {
        String text = span.source().text();
        for (int at = text.indexOf('#', span.start()); at >= 0 && at < span.end(); at = text.indexOf('#', at + 1)) {
            held.set(at);
        }
    }

    private static int about(SourceText source, int at) {
        String text = source.text();
        int line = source.line(at);
        int start = source.lineStart(line);
        if (!text.substring(start, at).isBlank()) {
            return line;
        }
        int next = line + 1;
        while (source.lineStart(next) < text.length() && isBesideThePoint(text, source.lineStart(next))) {
            next++;
        }
        return next;
    }

    /** Whether a line holds nothing, or nothing but a comment. */
    private static boolean isBesideThePoint(String text, int start) {
        String line = text.substring(start, lineEnd(text, start)).strip();
        return line.isEmpty() || line.startsWith("#");
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
