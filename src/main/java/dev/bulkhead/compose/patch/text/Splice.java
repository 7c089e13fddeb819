package dev.bulkhead.compose.patch.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A replacement of a part of a text.
 *
 * @param start char offset of the first character that goes
 * @param end char offset after the last character that goes
 * @param text what stands there instead
 */
public record Splice(int start, int end, String text) {

    public static Splice insert(int at, String text) {
        return new Splice(at, at, text);
    }

    public static Splice delete(int start, int end) {
        return new Splice(start, end, "");
    }

    /** Returns whether another replaces or inserts at the same place. */
    public boolean touches(Splice other) {
        return start <= other.end && other.start <= end;
    }

    /** Returns the text after all splices, whose offsets are those of the text before; equal offsets keep their order. */
    public static String apply(String text, List<Splice> splices) {
        List<Splice> ordered = new ArrayList<>(splices);
        ordered.sort(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end));
        StringBuilder result = new StringBuilder(text.length() + 64);
        int at = 0;
        for (Splice splice : ordered) {
            if (splice.start() < at) {
                throw new IllegalStateException("Two changes of one edit overlap at offset " + splice.start() + ".");
            }
            result.append(text, at, splice.start()).append(splice.text());
            at = splice.end();
        }
        return result.append(text, at, text.length()).toString();
    }
}
