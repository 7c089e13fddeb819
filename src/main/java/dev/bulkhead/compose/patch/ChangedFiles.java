package dev.bulkhead.compose.patch;

import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.topology.edit.FileMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files as they are after changes that nobody has written yet. */
public final class ChangedFiles {

    private ChangedFiles() {}

    /** Returns a tree with changes laid over it. */
    public static FileTree over(FileTree files, Collection<TextChange> changes) {
        Map<Path, Optional<byte[]>> texts = new HashMap<>();
        Map<Path, String> permissions = new HashMap<>();
        for (TextChange change : changes) {
            texts.put(change.path(), change.after().map(text -> text.getBytes(StandardCharsets.UTF_8)));
            change.modeAfter().map(FileMode::symbolic).ifPresent(mode -> permissions.put(change.path(), mode));
        }
        return OverlayFileTree.withAbsent(files, texts, permissions);
    }
}
