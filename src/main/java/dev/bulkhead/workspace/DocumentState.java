package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.Patch;
import dev.bulkhead.compose.patch.TextChange;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A moment of a document.
 *
 * @param project the project as it reads
 * @param texts the text of every file that some edit changed; empty where the file is not there
 */
record DocumentState(ComposeProject project, SortedMap<Path, Optional<String>> texts) {

    DocumentState {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    static DocumentState opened(ComposeProject project) {
        return new DocumentState(project, Collections.emptySortedMap());
    }

    DocumentState after(Patch patch) {
        Map<Path, Optional<String>> next = new TreeMap<>(texts);
        for (TextChange change : patch.changes()) {
            next.put(change.path(), change.after());
        }
        return new DocumentState(patch.after(), new TreeMap<>(next));
    }

    DocumentState after(TextChange change) {
        SortedMap<Path, Optional<String>> next = new TreeMap<>(texts);
        next.put(change.path(), change.after());
        return new DocumentState(project, next);
    }
}
