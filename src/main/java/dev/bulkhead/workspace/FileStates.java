package dev.bulkhead.workspace;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.topology.edit.FileMode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * States of files at one moment of a document: what edits made of them.
 *
 * @param texts the text of every file that some edit changed; empty where the file is not there
 * @param modes who may read it, where an edit changed that
 */
record FileStates(SortedMap<Path, Optional<String>> texts, SortedMap<Path, FileMode> modes) {

    static final FileStates NONE = new FileStates(Collections.emptySortedMap(), Collections.emptySortedMap());

    FileStates {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        modes = Collections.unmodifiableSortedMap(new TreeMap<>(modes));
    }

    FileStates after(List<TextChange> changes) {
        SortedMap<Path, Optional<String>> nextTexts = new TreeMap<>(texts);
        SortedMap<Path, FileMode> nextModes = new TreeMap<>(modes);
        for (TextChange change : changes) {
            nextTexts.put(change.path(), change.after());
            if (change.after().isEmpty()) {
                nextModes.remove(change.path());
            }
            change.modeAfter().ifPresent(mode -> nextModes.put(change.path(), mode));
        }
        return new FileStates(nextTexts, nextModes);
    }
}
