package dev.bulkhead.compose.patch;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** Changes of texts as a unified diff, as {@code diff -u} and {@code git apply} write and read it. */
public final class UnifiedDiff {

    private static final int CONTEXT_LINES = 3;

    private UnifiedDiff() {}

    /** Returns the diff of all changes, one file after another; empty when nothing changes. */
    public static String of(List<TextChange> changes) {
        StringBuilder text = new StringBuilder();
        for (TextChange change : changes) {
            text.append(of(change));
        }
        return text.toString();
    }

    /** Returns the diff of one file. */
    public static String of(TextChange change) {
        List<String> before = lines(change.before().orElse(""));
        List<String> after = lines(change.after().orElse(""));
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                change.before().isPresent() ? "a/" + change.name() : "/dev/null",
                change.after().isPresent() ? "b/" + change.name() : "/dev/null",
                before,
                DiffUtils.diff(before, after),
                CONTEXT_LINES);
        StringBuilder text = new StringBuilder();
        for (String line : diff) {
            // A line without its end is the file's last; diff says so in a line of its own.
            boolean content = !line.startsWith("---") && !line.startsWith("+++") && !line.startsWith("@@");
            text.append(line, 0, line.endsWith("\n") ? line.length() - 1 : line.length())
                    .append('\n');
            if (content && !line.endsWith("\n")) {
                text.append("\\ No newline at end of file\n");
            }
        }
        return text.toString();
    }

    /** Splits a text into lines that keep their ends, so that a changed line end is a change. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, next));
            from = next;
        }
        return lines;
    }
}
