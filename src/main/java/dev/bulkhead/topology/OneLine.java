package dev.bulkhead.topology;

/**
 * Sentences for the operator that quote what stands in a file.
 *
 * <p>A value may hold line ends, control characters that a terminal would obey, or a whole page; quoted in a message it
 * must do none of that.
 */
public final class OneLine {

    private static final int LONGEST = 1_000;

    private OneLine() {}

    /** Returns a sentence as one line of bearable length, with control characters written as escapes. */
    public static String of(String sentence) {
        StringBuilder line = new StringBuilder(sentence.length());
        sentence.codePoints().forEach(c -> append(line, c));
        if (line.length() <= LONGEST) {
            return line.toString();
        }
        // The end holds the remedy.
        int half = LONGEST / 2;
        return line.substring(0, half) + " ... " + line.substring(line.length() - half);
    }

    private static void append(StringBuilder line, int c) {
        switch (c) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                    line.append("\\u%04x".formatted(c));
                } else {
                    line.appendCodePoint(c);
                }
            }
        }
    }
}
