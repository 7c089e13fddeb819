package dev.bulkhead.check.baseline;

import dev.bulkhead.check.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Text of a baseline, written on: entries are added at its end or taken out, all else stays as it is. */
public final class BaselineText {

    private static final String HEAD = """
            # Findings of `bulkhead check` that are accepted for a time. `bulkhead accept` adds entries and takes out those that
            # match nothing any more; reasons and days are yours to change. The last day is until, by UTC.
            version: 1
            accepted:
            """;

    private BaselineText() {}

    /**
     * Returns a text with further entries.
     *
     * @param text the text so far; empty for a new file
     */
    public static String with(String text, List<Finding> findings, String because, LocalDate today, LocalDate until) {
        StringBuilder longer = new StringBuilder(text.isBlank() ? HEAD : text);
        if (longer.charAt(longer.length() - 1) != '\n') {
            longer.append('\n');
        }
        for (Finding finding : findings) {
            longer.append("  - fingerprint: ")
                    .append(quoted(Fingerprint.of(finding)))
                    .append('\n');
            longer.append("    rule: ").append(finding.rule()).append('\n');
            longer.append("    finding: ").append(quoted(finding.message())).append('\n');
            longer.append("    because: ").append(quoted(because)).append('\n');
            longer.append("    since: ").append(today).append('\n');
            longer.append("    until: ").append(until).append('\n');
        }
        return longer.toString();
    }

    /** Returns a text without some of its entries, each of which begins a line of its own. */
    public static String without(String text, AcceptedFindings baseline, List<BaselineEntry> gone) {
        Set<Integer> begins = new TreeSet<>();
        baseline.entries().forEach(entry -> begins.add(entry.at().line()));
        baseline.faults().forEach(fault -> fault.at().ifPresent(at -> begins.add(at.line())));
        Set<Integer> goes = new TreeSet<>();
        gone.forEach(entry -> goes.add(entry.at().line()));
        List<String> kept = new ArrayList<>();
        boolean out = false;
        int number = 0;
        for (String line : text.split("(?<=\n)", -1)) {
            number++;
            if (begins.contains(number)) {
                out = goes.contains(number);
            } else if (out && (line.strip().startsWith("#") || (!line.isBlank() && !line.startsWith(" ")))) {
                // a comment may be about the next entry
                out = false;
            }
            if (!out) {
                kept.add(line);
            }
        }
        return String.join("", kept);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
