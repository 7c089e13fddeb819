package dev.bulkhead.workspace;

import dev.bulkhead.compose.patch.TextChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the files that edits touch held when they were opened and when they were last saved. */
final class SavedTexts {

    private record Entry(String name, Optional<String> opened, Optional<String> saved) {}

    private final Map<Path, Entry> entries = new TreeMap<>();

    /** Remembers the text that a file had before the first edit that touches it. */
    void learn(List<TextChange> changes) {
        for (TextChange change : changes) {
            entries.putIfAbsent(change.path(), new Entry(change.name(), change.before(), change.before()));
        }
    }

    /** Returns what a save would change, sorted by name. */
    List<TextChange> pending(DocumentState state) {
        List<TextChange> changes = new ArrayList<>();
        entries.forEach((path, entry) -> {
            Optional<String> present = present(state, path, entry);
            if (!present.equals(entry.saved())) {
                changes.add(new TextChange(path, entry.name(), entry.saved(), present));
            }
        });
        changes.sort(Comparator.comparing(TextChange::name));
        return List.copyOf(changes);
    }

    /** Returns the text of every file as it was last read or saved; empty where there was none. */
    SortedMap<Path, Optional<String>> known() {
        SortedMap<Path, Optional<String>> known = new TreeMap<>();
        entries.forEach((path, entry) -> known.put(path, entry.saved()));
        return known;
    }

    /** Notes that the files hold the state's text now. */
    void saved(DocumentState state) {
        entries.replaceAll((path, entry) -> new Entry(entry.name(), entry.opened(), present(state, path, entry)));
    }

    void clear() {
        entries.clear();
    }

    private static Optional<String> present(DocumentState state, Path path, Entry entry) {
        Optional<String> text = state.texts().get(path);
        return text == null ? entry.opened() : text;
    }
}
