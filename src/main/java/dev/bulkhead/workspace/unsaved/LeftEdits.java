package dev.bulkhead.workspace.unsaved;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.Digests;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.edit.FileMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Edits that a process left behind which ended before they were saved.
 *
 * @param kept the file that holds them
 * @param at when they were kept last
 * @param files what they made of each file
 */
public record LeftEdits(Path kept, Instant at, List<Left> files) {

    /**
     * What edits made of one file.
     *
     * @param path absolute, normalised path
     * @param name path relative to the project directory
     * @param before digest of what the file held when it was edited; empty where there was none
     * @param text its text with the edits, which can hold secrets: never print it; empty where it is to go away
     * @param mode who may read it then, where the edits are about that
     */
    public record Left(
            Path path, String name, Optional<String> before, Optional<String> text, Optional<FileMode> mode) {

        static Left of(TextChange change) {
            return new Left(
                    change.path(),
                    change.name(),
                    change.before().map(Left::digest),
                    change.after(),
                    change.modeAfter());
        }

        private static String digest(String text) {
            return Digests.of(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Names the file but not its text. */
        @Override
        public String toString() {
            return "Left[" + name + "]";
        }
    }

    public LeftEdits {
        files = List.copyOf(files);
    }

    /** Returns the names of the files that hold something else now than when they were edited. */
    public List<String> changedSince(FileTree disk) throws IOException {
        List<String> changed = new ArrayList<>();
        for (Left file : files) {
            if (!present(disk, file.path()).map(Left::digest).equals(file.before())) {
                changed.add(file.name());
            }
        }
        return changed;
    }

    /** Returns the edits as changes of what the files hold now. */
    public List<TextChange> on(FileTree disk) throws IOException {
        List<TextChange> changes = new ArrayList<>();
        for (Left file : files) {
            Optional<String> present = present(disk, file.path());
            TextChange change =
                    new TextChange(file.path(), file.name(), present, file.text(), Optional.empty(), file.mode());
            if (!change.isEmpty()) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static Optional<String> present(FileTree disk, Path file) throws IOException {
        try {
            return Optional.of(new String(disk.read(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
