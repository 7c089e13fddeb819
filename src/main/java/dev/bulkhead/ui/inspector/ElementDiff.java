package dev.bulkhead.ui.inspector;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.ui.diff.DiffLine;
import dev.bulkhead.ui.diff.DiffModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Part of the pending changes that concerns one service or network. */
public final class ElementDiff {

    private ElementDiff() {}

    /** Returns the lines of the changes that lie in the text of an element, each hunk with its head. */
    public static List<DiffLine> of(List<TextChange> changes, SourceMap sources, Element element) {
        Optional<SourceMark> at = sources.of(element);
        if (at.isEmpty()) {
            return List.of();
        }
        int first = at.get().line();
        int last = lastLine(sources, at.get(), element);
        List<DiffLine> result = new ArrayList<>();
        for (TextChange change : changes) {
            if (change.name().equals(at.get().file())) {
                hunks(DiffModel.lines(change)).stream()
                        .filter(hunk -> touches(hunk, first, last))
                        .forEach(result::addAll);
            }
        }
        return result;
    }

    /** Returns the line before the next element of the same kind in the file. */
    private static int lastLine(SourceMap sources, SourceMark at, Element element) {
        return sources.marks().entrySet().stream()
                .filter(entry -> entry.getKey().getClass() == element.getClass()
                        && entry.getValue().file().equals(at.file())
                        && entry.getValue().line() > at.line())
                .mapToInt(entry -> entry.getValue().line() - 1)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static List<List<DiffLine>> hunks(List<DiffLine> lines) {
        List<List<DiffLine>> hunks = new ArrayList<>();
        for (DiffLine line : lines) {
            if (line instanceof DiffLine.Hunk) {
                hunks.add(new ArrayList<>());
            }
            if (!(line instanceof DiffLine.FileHead) && !hunks.isEmpty()) {
                hunks.getLast().add(line);
            }
        }
        return hunks;
    }

    private static boolean touches(List<DiffLine> hunk, int first, int last) {
        int line = 0;
        for (DiffLine part : hunk) {
            switch (part) {
                case DiffLine.Hunk head -> line = head.newLine();
                case DiffLine.Kept kept -> line = kept.newLine();
                case DiffLine.Added added -> {
                    line = added.newLine();
                    if (line >= first && line <= last) {
                        return true;
                    }
                }
                case DiffLine.Removed removed -> {
                    if (line >= first && line <= last) {
                        return true;
                    }
                }
                case DiffLine.FileHead head -> line = 0;
            }
        }
        return false;
    }
}
