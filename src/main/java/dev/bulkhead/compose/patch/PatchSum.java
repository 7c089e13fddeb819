package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Several patches, one after the other, as one. */
final class PatchSum {

    private final FileTree disk;
    private final Map<Path, TextChange> changes = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private ComposeProject project;

    PatchSum(ComposeProject project, FileTree disk) {
        this.project = project;
        this.disk = disk;
    }

    ComposeProject project() {
        return project;
    }

    /** Returns the files as they are after the patches so far. */
    FileTree files() {
        return ChangedFiles.over(disk, changes.values());
    }

    void add(Patch patch) {
        for (TextChange next : patch.changes()) {
            changes.merge(next.path(), next, TextChange::then);
        }
        patch.notes().stream().filter(n -> !notes.contains(n)).forEach(notes::add);
        project = patch.after();
    }

    Patch patch() {
        List<TextChange> all = changes.values().stream()
                .filter(c -> !c.isEmpty())
                .sorted(Comparator.comparing(TextChange::name))
                .toList();
        return new Patch(all, notes, project);
    }
}
