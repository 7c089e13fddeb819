package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.topology.edit.FileMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Texts and modes that the files edits touch had when they were opened and when they were last saved. */
final class SavedTexts {

    /** One side of a file. */
    private record Content(Optional<String> text, Optional<FileMode> mode) {}

    private record Entry(String name, Content opened, Content saved) {}

    private final Map<Path, Entry> entries = new TreeMap<>();

    /** Remembers what a file was like before the first edit that touches it. */
    void learn(List<TextChange> changes) {
        for (TextChange change : changes) {
            Content before = new Content(change.before(), change.modeBefore());
            entries.merge(
                    change.path(),
                    new Entry(change.name(), before, before),
                    (known, fresh) -> new Entry(
                            known.name(),
                            withMode(known.opened(), change.modeBefore()),
                            withMode(known.saved(), change.modeBefore())));
        }
    }

    /** A file whose text was edited first has the mode that it is found to have later. */
    private static Content withMode(Content content, Optional<FileMode> mode) {
        return content.text().isEmpty()
                ? content
                : new Content(content.text(), content.mode().or(() -> mode));
    }

    /** Returns what a save would change, sorted by name. */
    List<TextChange> pending(FileStates state) {
        List<TextChange> changes = new ArrayList<>();
        entries.forEach((path, entry) -> {
            Content present = present(state, path, entry);
            Optional<FileMode> mode = present.text().isEmpty() ? Optional.empty() : present.mode();
            TextChange change = new TextChange(
                    path,
                    entry.name(),
                    entry.saved().text(),
                    present.text(),
                    entry.saved().mode(),
                    mode);
            if (!change.isEmpty()) {
                boolean sameMode =
                        change.modeBefore().equals(mode) && change.before().isPresent();
                changes.add(sameMode ? new TextChange(path, entry.name(), change.before(), change.after()) : change);
            }
        });
        changes.sort(Comparator.comparing(TextChange::name));
        return List.copyOf(changes);
    }

    /** Returns the text of each of a project's files, and of those edits touch, as last read or saved; empty for none. */
    SortedMap<Path, Optional<String>> of(ComposeProject project) {
        SortedMap<Path, Optional<String>> texts = new TreeMap<>();
        project.files().forEach(file -> texts.put(file.path(), Optional.of(file.text())));
        entries.forEach((path, entry) -> texts.put(path, entry.saved().text()));
        return texts;
    }

    /** Notes that the files hold the state's text now. */
    void saved(FileStates state) {
        entries.replaceAll((path, entry) -> new Entry(entry.name(), entry.opened(), present(state, path, entry)));
    }

    void clear() {
        entries.clear();
    }

    private static Content present(FileStates state, Path path, Entry entry) {
        Optional<String> text = state.texts().get(path);
        if (text == null) {
            return entry.opened();
        }
        return new Content(
                text,
                Optional.ofNullable(state.modes().get(path))
                        .or(() -> entry.opened().mode()));
    }
}
