package dev.bulkhead.ui.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Row of two texts beside each other; an absent side is a gap.
 *
 * @param left the old text's line
 * @param right the new text's line
 */
public record SideBySide(Optional<DiffLine> left, Optional<DiffLine> right) {

    /** Returns unified lines as rows: what was removed stands beside what was added in its place. */
    public static List<SideBySide> rows(List<DiffLine> lines) {
        List<SideBySide> rows = new ArrayList<>();
        List<DiffLine> removed = new ArrayList<>();
        List<DiffLine> added = new ArrayList<>();
        for (DiffLine line : lines) {
            switch (line) {
                case DiffLine.Removed gone -> {
                    if (!added.isEmpty()) {
                        flush(removed, added, rows);
                    }
                    removed.add(gone);
                }
                case DiffLine.Added fresh -> added.add(fresh);
                case DiffLine.FileHead head -> {
                    flush(removed, added, rows);
                    rows.add(new SideBySide(Optional.of(head), Optional.of(head)));
                }
                case DiffLine.Hunk hunk -> {
                    flush(removed, added, rows);
                    rows.add(new SideBySide(Optional.of(hunk), Optional.of(hunk)));
                }
                case DiffLine.Kept kept -> {
                    flush(removed, added, rows);
                    rows.add(new SideBySide(Optional.of(kept), Optional.of(kept)));
                }
            }
        }
        flush(removed, added, rows);
        return rows;
    }

    private static void flush(List<DiffLine> removed, List<DiffLine> added, List<SideBySide> rows) {
        for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
            rows.add(new SideBySide(at(removed, i), at(added, i)));
        }
        removed.clear();
        added.clear();
    }

    private static Optional<DiffLine> at(List<DiffLine> lines, int index) {
        return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }
}
