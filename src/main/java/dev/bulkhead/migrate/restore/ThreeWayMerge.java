package dev.bulkhead.migrate.restore;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merge of two changes of one file, line by line. Places that both changed in the same way count once; places that
 * overlap or touch without being equal are not merged.
 */
public final class ThreeWayMerge {

    private final List<String> base;
    private final List<Change> ours;
    private final List<Change> theirs;

    /** Lines {@code from} (included) to {@code to} of the base that become other lines. */
    private record Change(int from, int to, List<String> lines) {}

    private ThreeWayMerge(List<String> base, List<String> ours, List<String> theirs) {
        this.base = base;
        this.ours = changes(base, ours);
        this.theirs = changes(base, theirs);
    }

    /**
     * What became of a merge.
     *
     * @param merged the bytes with both changes; empty when they meet
     * @param meeting numbers of the base's lines where they meet, counted from 1; empty when they do not
     */
    public record Result(Optional<byte[]> merged, List<Integer> meeting) {}

    /** Merges the changes that lead from the base to two others. */
    public static Result merge(byte[] base, byte[] ours, byte[] theirs) {
        return new ThreeWayMerge(lines(base), lines(ours), lines(theirs)).merge();
    }

    /** Latin-1 keeps every byte what it is, and lines end at the same byte as in UTF-8. */
    private static List<String> lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    private static List<Change> changes(List<String> from, List<String> to) {
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
            int at = delta.getSource().getPosition();
            changes.add(new Change(
                    at,
                    at + delta.getSource().size(),
                    List.copyOf(delta.getTarget().getLines())));
        }
        return changes;
    }

    private Result merge() {
        List<Integer> meeting = new ArrayList<>();
        List<Change> all = new ArrayList<>(ours);
        for (Change change : theirs) {
            if (all.contains(change)) {
                continue;
            }
            ours.stream()
                    .filter(other -> touch(other, change))
                    .forEach(other -> meeting.add(Math.max(other.from, change.from) + 1));
            all.add(change);
        }
        if (!meeting.isEmpty()) {
            return new Result(
                    Optional.empty(), meeting.stream().distinct().sorted().toList());
        }
        all.sort((a, b) -> Integer.compare(a.from, b.from));
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (Change change : all) {
            base.subList(next, change.from).forEach(text::append);
            change.lines.forEach(text::append);
            next = change.to;
        }
        base.subList(next, base.size()).forEach(text::append);
        return new Result(Optional.of(text.toString().getBytes(StandardCharsets.ISO_8859_1)), List.of());
    }

    /** Returns whether no unchanged line stands between two changes. */
    private static boolean touch(Change a, Change b) {
        return a.from <= b.to && b.from <= a.to;
    }
}
