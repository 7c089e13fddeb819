package dev.bulkhead.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Line of a read-only text.
 *
 * @param gutter what stands in the margin: a line number, a sign
 * @param text the line itself
 * @param styleClass how the line is tinted, if it is
 * @param yaml whether its parts are coloured as YAML
 */
public record CodeLine(String gutter, String text, Optional<String> styleClass, boolean yaml) {

    /** Returns the lines of a whole file, numbered. */
    public static List<CodeLine> file(String text) {
        List<String> lines = text.lines().toList();
        int width = Integer.toString(lines.size()).length();
        List<CodeLine> result = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            result.add(new CodeLine(number(i + 1, width), lines.get(i), Optional.empty(), true));
        }
        return result;
    }

    /** Returns this line with a tint. */
    public CodeLine tinted(String style) {
        return new CodeLine(gutter, text, Optional.of(style), yaml);
    }

    /** Returns a number for the margin, at the right of a width. */
    public static String number(int number, int width) {
        String text = Integer.toString(number);
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
