package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.FileMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Patcher of whole files: what a {@link FileEdit} changes, if the project can still be read afterwards. */
final class FilePatcher {

    private final ComposeProject project;
    private final FileTree files;

    FilePatcher(ComposeProject project, FileTree files) {
        this.project = project;
        this.files = files;
    }

    /**
     * Returns what an edit does to the files.
     *
     * @throws EditRejectedException if it cannot be done or Compose would not accept the project any more
     */
    Patch patch(FileEdit edit) throws EditRejectedException {
        try {
            List<TextChange> changes = changes(edit).stream()
                    .filter(change -> !change.isEmpty())
                    .sorted(Comparator.comparing(TextChange::name))
                    .toList();
            return changes.isEmpty() ? new Patch(List.of(), project) : new Patch(changes, accepted(changes));
        } catch (EditRejectedException refused) {
            throw new EditRejectedException("Cannot " + edit.describe() + ": " + refused.getMessage());
        }
    }

    private List<TextChange> changes(FileEdit edit) throws EditRejectedException {
        Path path = path(edit.file());
        Optional<String> present = text(path);
        Optional<FileMode> mode = mode(path);
        return switch (edit) {
            case FileEdit.WriteFile write ->
                List.of(new TextChange(
                        path,
                        write.file(),
                        present,
                        Optional.of(write.text()),
                        mode.filter(_ -> write.mode().isPresent()),
                        write.mode()));
            case FileEdit.ReplaceText(String file, String old, String fresh) ->
                List.of(new TextChange(
                        path, file, present, Optional.of(replaced(existing(file, present), old, fresh))));
            case FileEdit.DeleteFile(String file) ->
                List.of(new TextChange(
                        path, file, Optional.of(existing(file, present)), Optional.empty(), mode, Optional.empty()));
            case FileEdit.SetFileMode(String file, FileMode wanted) -> {
                Optional<String> kept = Optional.of(existing(file, present));
                yield List.of(new TextChange(path, file, kept, kept, mode, Optional.of(wanted)));
            }
            case FileEdit.MoveFile(String file, String to) -> {
                Optional<String> moved = Optional.of(existing(file, present));
                Path target = path(to);
                if (files.isFile(target) || files.isDirectory(target)) {
                    throw new EditRejectedException(to + " exists already; choose another name or move it away first.");
                }
                yield List.of(
                        new TextChange(path, file, moved, Optional.empty(), mode, Optional.empty()),
                        new TextChange(target, to, Optional.empty(), moved, Optional.empty(), mode));
            }
        };
    }

    private static String existing(String file, Optional<String> present) throws EditRejectedException {
        return present.orElseThrow(() -> new EditRejectedException(file + " is not there; name a file that is."));
    }

    private static String replaced(String text, String old, String fresh) throws EditRejectedException {
        int at = old.isEmpty() ? -1 : text.indexOf(old);
        if (at < 0) {
            throw new EditRejectedException("the text to be replaced is not in the file; it may have changed since.");
        }
        if (text.indexOf(old, at + 1) >= 0) {
            throw new EditRejectedException("the text to be replaced stands there more than once; name more of it.");
        }
        return text.substring(0, at) + fresh + text.substring(at + old.length());
    }

    private Path path(String name) throws EditRejectedException {
        try {
            Path path = project.directory().resolve(name).normalize();
            boolean own = path.startsWith(project.directory().resolve(".bulkhead"));
            if (!path.startsWith(project.directory()) || path.equals(project.directory()) || own) {
                throw new EditRejectedException(name
                        + (own
                                ? " is Bulkhead's own; leave it alone."
                                : " lies outside the project directory; name a file inside it."));
            }
            if (files.isDirectory(path)) {
                throw new EditRejectedException(name + " is a directory; name a file.");
            }
            return path;
        } catch (InvalidPathException noPath) {
            throw new EditRejectedException("this is no name of a file; correct it.");
        }
    }

    private Optional<FileMode> mode(Path path) throws EditRejectedException {
        try {
            return files.isFile(path) ? files.permissions(path).map(FileMode::ofSymbolic) : Optional.empty();
        } catch (IOException unreadable) {
            throw new EditRejectedException(FileFaults.sentence(unreadable));
        }
    }

    private Optional<String> text(Path path) throws EditRejectedException {
        try {
            Optional<String> known = project.files().stream()
                    .filter(f -> f.path().equals(path))
                    .map(f -> f.text())
                    .findFirst();
            if (known.isPresent() || !files.isFile(path)) {
                return known;
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(files.read(path)))
                    .toString());
        } catch (CharacterCodingException noText) {
            throw new EditRejectedException("it holds no text; change it by hand.");
        } catch (IOException unreadable) {
            throw new EditRejectedException(FileFaults.sentence(unreadable));
        }
    }

    private ComposeProject accepted(List<TextChange> changes) throws EditRejectedException {
        try {
            List<TextChange> known = project.files().stream()
                    .map(f -> new TextChange(f.path(), f.name(), Optional.empty(), Optional.of(f.text())))
                    .toList();
            ComposeProject after = new ComposeLoader(ChangedFiles.over(ChangedFiles.over(files, known), changes))
                    .load(project.request());
            Optional<LoadProblem> fresh = Verification.fresh(project, after);
            if (fresh.isPresent()) {
                throw fresh.get().toException();
            }
            return after;
        } catch (ComposeException refused) {
            throw new EditRejectedException("the changed files would not be accepted: " + refused.getMessage());
        }
    }
}
