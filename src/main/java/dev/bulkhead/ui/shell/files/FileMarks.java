package dev.bulkhead.ui.shell.files;

import dev.bulkhead.check.Finding;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.ui.diff.DiffLine;
import dev.bulkhead.ui.diff.DiffModel;
import dev.bulkhead.ui.model.ProjectViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Marks of the lines of one file, counted from 1: what is not saved, what went away, and what has a problem.
 *
 * @param added lines that the file on disk does not have
 * @param removed lines of the file on disk that are gone, by the line that they stood before
 * @param problems the first finding of each line
 * @param draft why the text as it is typed is no edit yet
 */
record FileMarks(
        Set<Integer> added,
        Map<Integer, List<String>> removed,
        Map<Integer, Finding> problems,
        Optional<Drafts.Draft> draft) {

    static final FileMarks NONE = new FileMarks(Set.of(), Map.of(), Map.of(), Optional.empty());

    static FileMarks of(ProjectViewModel project, Drafts drafts, String name) {
        Set<Integer> added = new TreeSet<>();
        Map<Integer, List<String>> removed = new TreeMap<>();
        change(project, name).ifPresent(change -> differences(change, added, removed));
        Map<Integer, Finding> problems = new TreeMap<>();
        for (Finding finding : project.findings()) {
            finding.at()
                    .filter(mark -> mark.file().equals(name) && !finding.isGoal())
                    .ifPresent(mark -> problems.putIfAbsent(mark.line(), finding));
        }
        return new FileMarks(added, removed, problems, drafts.of(name));
    }

    /** Returns what a save would change of a file. */
    static Optional<TextChange> change(ProjectViewModel project, String name) {
        return project.changes().stream()
                .filter(change -> change.name().equals(name))
                .findFirst();
    }

    private static void differences(TextChange change, Set<Integer> added, Map<Integer, List<String>> removed) {
        int next = 1;
        for (DiffLine line : DiffModel.lines(change)) {
            switch (line) {
                case DiffLine.FileHead _ -> next = 1;
                case DiffLine.Hunk hunk -> next = hunk.newLine();
                case DiffLine.Kept kept -> next = kept.newLine() + 1;
                case DiffLine.Added fresh -> {
                    added.add(fresh.newLine());
                    next = fresh.newLine() + 1;
                }
                case DiffLine.Removed gone ->
                    removed.computeIfAbsent(next, at -> new ArrayList<>()).add(gone.text());
            }
        }
    }
}
