package dev.bulkhead.workspace;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.ExclusiveLock;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.topology.edit.FileMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Saver of a document: writes its changes to disk, unless somebody else changed the files meanwhile. */
final class DocumentSaver {

    private final Path directory;
    private final FileTree disk;

    DocumentSaver(Path directory, FileTree disk) {
        this.directory = directory;
        this.disk = disk;
    }

    SaveResult save(List<TextChange> changes, boolean overConflicts) {
        if (changes.isEmpty()) {
            return new SaveResult.Saved(List.of());
        }
        try {
            ProjectDirectory state = ProjectDirectory.of(directory);
            state.create();
            Optional<ExclusiveLock> lock = ExclusiveLock.tryTake(state.lockFile());
            if (lock.isEmpty()) {
                return new SaveResult.Failed(
                        "Nothing was saved: another Bulkhead is at work on this project; wait until it is done.");
            }
            try (ExclusiveLock _ = lock.get()) {
                return locked(changes, overConflicts, state);
            }
        } catch (FileWriteException refused) {
            return new SaveResult.Failed(String.valueOf(refused.getMessage()));
        } catch (IOException failed) {
            return new SaveResult.Failed("Nothing was saved: " + FileFaults.sentence(failed));
        }
    }

    private SaveResult locked(List<TextChange> changes, boolean overConflicts, ProjectDirectory state)
            throws IOException, FileWriteException {
        List<SaveResult.DiskConflict> conflicts = conflicts(changes);
        if (!conflicts.isEmpty() && !overConflicts) {
            return new SaveResult.ConflictOnDisk(conflicts);
        }
        new AtomicFileSet(directory, state.transactionDirectory()).write(writes(changes));
        return new SaveResult.Saved(changes.stream().map(TextChange::path).toList());
    }

    private List<SaveResult.DiskConflict> conflicts(List<TextChange> changes) throws IOException {
        List<SaveResult.DiskConflict> conflicts = new ArrayList<>();
        for (TextChange change : changes) {
            Optional<String> theirs = textOnDisk(change.path());
            if (!theirs.equals(change.before()) && !theirs.equals(change.after())) {
                conflicts.add(new SaveResult.DiskConflict(
                        change.path(), change.name(), change.before(), change.after(), theirs));
            }
        }
        return conflicts;
    }

    private Optional<String> textOnDisk(Path file) throws IOException {
        try {
            return Optional.of(new String(disk.read(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static List<FileWrite> writes(List<TextChange> changes) {
        return changes.stream()
                .map(c -> new FileWrite(
                        c.path(),
                        c.after().map(t -> t.getBytes(StandardCharsets.UTF_8)),
                        c.modeAfter().map(FileMode::symbolic)))
                .toList();
    }
}
