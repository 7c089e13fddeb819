package dev.bulkhead.compose.patch.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with variables, taken apart.
 *
 * @param raw the text as written
 * @param segments its parts in order, without gaps
 */
public record Interpolated(String raw, List<Segment> segments) {

    public Interpolated {
        segments = List.copyOf(segments);
    }

    /**
     * A part: literal text, or a variable.
     *
     * @param start offset in the raw text
     * @param end offset after its last character in the raw text
     * @param variable the name of the variable; empty for literal text
     * @param wordStart offset of the text after {@code -} or {@code :-}, where there is one without variables of its own
     */
    public record Segment(int start, int end, Optional<String> variable, Optional<Integer> wordStart) {

        boolean literal() {
            return variable.isEmpty();
        }

        /** Returns the default that stands in the expression itself. */
        Optional<String> word(String raw) {
            return wordStart.map(from -> raw.substring(from, end - 1));
        }
    }

    /** Returns whether the text refers to a variable at all. */
    public boolean hasVariables() {
        return segments.stream().anyMatch(s -> !s.literal());
    }

    /** Takes a text apart. */
    public static Interpolated parse(String raw) {
        List<Segment> segments = new ArrayList<>();
        int literal = 0;
        int at = 0;
        while (at < raw.length()) {
            if (raw.charAt(at) != '$') {
                at++;
            } else if (raw.startsWith("$$", at)) {
                at += 2;
            } else {
                Optional<Segment> variable = variable(raw, at);
                if (variable.isEmpty()) {
                    at++;
                } else {
                    addLiteral(segments, literal, at);
                    segments.add(variable.get());
                    at = variable.get().end();
                    literal = at;
                }
            }
        }
        addLiteral(segments, literal, raw.length());
        return new Interpolated(raw, segments);
    }

    private static void addLiteral(List<Segment> segments, int start, int end) {
        if (end > start) {
            segments.add(new Segment(start, end, Optional.empty(), Optional.empty()));
        }
    }

    private static Optional<Segment> variable(String raw, int dollar) {
        boolean braced = raw.startsWith("${", dollar);
        int nameStart = dollar + (braced ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < raw.length() && isNameChar(raw.charAt(nameEnd))) {
            nameEnd++;
        }
        if (nameEnd == nameStart) {
            return Optional.empty();
        }
        Optional<String> name = Optional.of(raw.substring(nameStart, nameEnd));
        if (!braced) {
            return Optional.of(new Segment(dollar, nameEnd, name, Optional.empty()));
        }
        int close = closingBrace(raw, dollar + 1);
        if (close < 0) {
            return Optional.empty();
        }
        int word = raw.startsWith(":-", nameEnd) ? nameEnd + 2 : raw.startsWith("-", nameEnd) ? nameEnd + 1 : -1;
        boolean plainWord = word >= 0 && raw.substring(word, close).indexOf('$') < 0;
        return Optional.of(new Segment(dollar, close + 1, name, plainWord ? Optional.of(word) : Optional.empty()));
    }

    private static int closingBrace(String raw, int open) {
        int depth = 0;
        for (int i = open; i < raw.length(); i++) {
            if (raw.charAt(i) == '{') {
                depth++;
            } else if (raw.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNameChar(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
