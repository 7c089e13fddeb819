package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<Path, Optional<byte[]>> texts = new HashMap<>();
        changes.forEach((path, change) -> texts.put(path, change.after().map(t -> t.getBytes(StandardCharsets.UTF_8))));
        return OverlayFileTree.withAbsent(disk, texts);
    }

    void add(Patch patch) {
        for (TextChange next : patch.changes()) {
            TextChange before = changes.getOrDefault(next.path(), next);
            changes.put(next.path(), new TextChange(next.path(), next.name(), before.before(), next.after()));
        }
        patch.notes().stream().filter(n -> !notes.contains(n)).forEach(notes::add);
        project = patch.after();
    }

    Patch patch() {
        List<TextChange> all = changes.values().stream()
                .filter(c -> !c.before().equals(c.after()))
                .sorted(Comparator.comparing(TextChange::name))
                .toList();
        return new Patch(all, notes, project);
    }
}
