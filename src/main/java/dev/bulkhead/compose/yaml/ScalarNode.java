package dev.bulkhead.compose.yaml;

/**
 * A single value.
 *
 * @param span where it stands, quotes or block indicator included
 * @param properties anchor and tag
 * @param style how it is written
 * @param value the text it means, after quotes, escapes and folding
 */
public record ScalarNode(Span span, NodeProperties properties, ScalarStyle style, String value) implements YamlNode {

    /** Returns whether nothing is written at all, as after {@code key:}. */
    public boolean isEmpty() {
        return style == ScalarStyle.PLAIN && value.isEmpty();
    }
}
