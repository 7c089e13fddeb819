package dev.bulkhead.compose.patch.text;

import java.util.List;

/** The lines of a text, found from offsets, and changes that keep to whole lines. */
public final class TextLines {

    private final String text;

    TextLines(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Returns the line break that the text uses first. */
    public String lineBreak() {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                return "\n";
            }
            if (text.charAt(i) == '\r') {
                return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "\r\n" : "\r";
            }
        }
        return "\n";
    }

    /** Returns the offset where the line of an offset starts, after a byte order mark. */
    public int lineStart(int offset) {
        int at = offset;
        while (at > 0 && !isBreak(text.charAt(at - 1))) {
            at--;
        }
        return at == 0 && text.startsWith("\uFEFF") ? Math.min(1, offset) : at;
    }

    /** Returns the offset of the break that ends the line of an offset, or the end of the text. */
    public int lineEnd(int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the offset where the line after that of an offset starts, or the end of the text. */
    public int nextLine(int offset) {
        int at = lineEnd(offset);
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return at;
    }

    public int column(int offset) {
        return offset - lineStart(offset);
    }

    /** Returns whether only blanks stand before an offset on its line. */
    boolean firstOnLine(int offset) {
        return text.substring(lineStart(offset), offset).isBlank();
    }

    /** Returns the offset of the first character that is not blank at or after an offset, line breaks counted as blank. */
    int skipBlank(int offset) {
        int at = offset;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the offset before the blanks that stand before an offset on the same line. */
    int backOverBlanks(int offset) {
        int at = offset;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at;
    }

    /** Returns the offset of the line break that ends the line before one that starts at an offset. */
    public int backOverBreak(int lineStart) {
        return lineStart - (lineStart > 1 && text.startsWith("\r\n", lineStart - 2) ? 2 : 1);
    }

    /**
     * Returns where new lines follow a block: after the line of its last character and after comments that are indented
     * deeper than its first column, which belong to it.
     */
    public int afterBlock(int end, int column) {
        int at = nextLine(end);
        while (at < text.length()) {
            int first = at;
            while (first < text.length() && text.charAt(first) == ' ') {
                first++;
            }
            if (first == text.length() || text.charAt(first) != '#' || first - at <= column) {
                break;
            }
            at = nextLine(at);
        }
        return at;
    }

    /** Inserts whole lines at the start of a line or at the end of the text, whose missing last break stays missing. */
    public Splice insertLines(int at, List<String> lines) {
        String lineBreak = lineBreak();
        String block = String.join(lineBreak, lines);
        boolean unfinished = at == text.length() && at > 0 && !isBreak(text.charAt(at - 1)) && !text.equals("\uFEFF");
        return Splice.insert(at, unfinished ? lineBreak + block : block + lineBreak);
    }

    /** Deletes the lines from that of one offset to that of another. */
    public Splice deleteLines(int first, int last) {
        int start = lineStart(first);
        int end = nextLine(last);
        boolean unfinished = end == text.length() && !isBreak(text.charAt(end - 1));
        if (unfinished && start > 0) {
            start = backOverBreak(start);
        }
        return Splice.delete(start, end);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
