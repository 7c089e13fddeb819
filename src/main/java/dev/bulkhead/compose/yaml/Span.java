package dev.bulkhead.compose.yaml;

import dev.bulkhead.topology.SourceMark;

/**
 * A part of a file's text.
 *
 * @param source the file
 * @param start char offset of the first character
 * @param end char offset after the last character
 */
public record Span(SourceText source, int start, int end) {

    /** Returns the place of the first character. */
    public SourceMark mark() {
        return source.mark(start);
    }

    /** Returns the characters themselves. */
    public String text() {
        return source.text().substring(start, end);
    }
}
