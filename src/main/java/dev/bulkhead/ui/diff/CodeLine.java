package dev.bulkhead.ui.diff;

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
            result.add(new CodeLine(pad(i + 1, width), lines.get(i), Optional.empty(), true));
        }
        return result;
    }

    /** Returns this line with a tint. */
    public CodeLine tinted(String style) {
        return new CodeLine(gutter, text, Optional.of(style), yaml);
    }

    /** Returns a line of a unified diff. */
    public static CodeLine of(DiffLine line) {
        return switch (line) {
            case DiffLine.FileHead head -> new CodeLine("", head.text(), Optional.of("bh-diff-file"), false);
            case DiffLine.Hunk hunk -> new CodeLine("", hunk.text(), Optional.of("bh-diff-hunk"), false);
            case DiffLine.Kept kept -> new CodeLine(pad(kept.newLine(), 4) + "  ", kept.text(), Optional.empty(), true);
            case DiffLine.Added added ->
                new CodeLine(pad(added.newLine(), 4) + " +", added.text(), Optional.of("bh-diff-added"), true);
            case DiffLine.Removed removed ->
                new CodeLine(pad(removed.oldLine(), 4) + " −", removed.text(), Optional.of("bh-diff-removed"), true);
        };
    }

    /** Returns the line that stands where the other side has more lines. */
    public static CodeLine gap() {
        return new CodeLine("", "", Optional.of("bh-diff-gap"), false);
    }

    private static String pad(int number, int width) {
        String text = Integer.toString(number);
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
