package dev.bulkhead.compose.yaml;

import dev.bulkhead.topology.SourceMark;
import java.util.Arrays;

/** The text of one file with its lines counted, so that a place in it can be named. Compared by identity. */
public final class SourceText {

    private final String name;
    private final String text;
    private final int[] lineStarts;

    /** Takes a file's text under the name that marks give it. */
    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /** Returns the name that marks give the file. */
    public String name() {
        return name;
    }

    /** Returns the whole text, byte order mark and carriage returns included. */
    public String text() {
        return text;
    }

    /** Returns the number of the line that holds a char offset, counted from 1. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the char offset where a line starts, or the length of the text for the line after the last. */
    public int lineStart(int line) {
        return line <= lineStarts.length ? lineStarts[line - 1] : text.length();
    }

    /** Returns the place of a char offset; the column counts characters, not UTF-16 units. */
    public SourceMark mark(int offset) {
        int line = line(offset);
        int start = lineStart(line);
        if (start == 0 && !text.isEmpty() && text.charAt(0) == '\uFEFF') {
            start = 1;
        }
        int column = offset <= start ? 1 : text.codePointCount(start, Math.min(offset, text.length())) + 1;
        return new SourceMark(name, line, column);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[Math.max(16, text.length() / 16)];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineEnd = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (lineEnd) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    @Override
    public String toString() {
        return name;
    }
}
