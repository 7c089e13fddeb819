package dev.bulkhead.ui.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.bulkhead.compose.patch.TextChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines of a unified diff, made from changes of texts. */
public final class DiffModel {

    /** How many unchanged lines stand around a change, as {@code diff -u} has it. */
    public static final int CONTEXT = 3;

    private DiffModel() {}

    /** Returns the lines of all changes, file after file. */
    public static List<DiffLine> lines(List<TextChange> changes) {
        List<DiffLine> lines = new ArrayList<>();
        changes.forEach(change -> lines.addAll(lines(change)));
        return lines;
    }

    /** Returns the lines of one change, its head first. */
    public static List<DiffLine> lines(TextChange change) {
        List<String> before = split(change.before());
        List<String> after = split(change.after());
        List<AbstractDelta<String>> deltas = DiffUtils.diff(before, after).getDeltas();
        int added = deltas.stream().mapToInt(d -> d.getTarget().size()).sum();
        int removed = deltas.stream().mapToInt(d -> d.getSource().size()).sum();
        List<DiffLine> lines = new ArrayList<>();
        lines.add(new DiffLine.FileHead(change.name(), kind(change), added, removed));
        int next = 0;
        while (next < deltas.size()) {
            int end = next + 1;
            while (end < deltas.size() && gap(deltas.get(end - 1), deltas.get(end)) <= 2 * CONTEXT) {
                end++;
            }
            hunk(before, deltas.subList(next, end), lines);
            next = end;
        }
        return lines;
    }

    private static void hunk(List<String> before, List<AbstractDelta<String>> deltas, List<DiffLine> lines) {
        AbstractDelta<String> first = deltas.getFirst();
        int lead = Math.min(CONTEXT, first.getSource().getPosition());
        int oldLine = first.getSource().getPosition() - lead;
        int newLine = first.getTarget().getPosition() - lead;
        lines.add(new DiffLine.Hunk(oldLine + 1, newLine + 1));
        for (AbstractDelta<String> delta : deltas) {
            while (oldLine < delta.getSource().getPosition()) {
                lines.add(new DiffLine.Kept(oldLine + 1, newLine + 1, before.get(oldLine)));
                oldLine++;
                newLine++;
            }
            for (String text : delta.getSource().getLines()) {
                lines.add(new DiffLine.Removed(++oldLine, text));
            }
            for (String text : delta.getTarget().getLines()) {
                lines.add(new DiffLine.Added(++newLine, text));
            }
        }
        int end = Math.min(before.size(), oldLine + CONTEXT);
        while (oldLine < end) {
            lines.add(new DiffLine.Kept(oldLine + 1, newLine + 1, before.get(oldLine)));
            oldLine++;
            newLine++;
        }
    }

    private static int gap(AbstractDelta<String> one, AbstractDelta<String> other) {
        return other.getSource().getPosition() - one.getSource().last() - 1;
    }

    private static DiffLine.FileHead.Kind kind(TextChange change) {
        if (change.before().isEmpty()) {
            return DiffLine.FileHead.Kind.NEW;
        }
        return change.after().isEmpty() ? DiffLine.FileHead.Kind.REMOVED : DiffLine.FileHead.Kind.CHANGED;
    }

    private static List<String> split(Optional<String> text) {
        return text.map(t -> t.lines().toList()).orElse(List.of());
    }
}
