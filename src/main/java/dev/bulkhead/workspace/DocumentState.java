package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.ChangedFiles;
import dev.bulkhead.compose.patch.Patch;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.FileFaults;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * A moment of a document.
 *
 * @param project the project as it reads
 * @param edited what edits made of its files
 */
record DocumentState(ComposeProject project, FileStates edited) {

    static DocumentState opened(ComposeProject project) {
        return new DocumentState(project, FileStates.NONE);
    }

    DocumentState after(Patch patch) {
        return new DocumentState(patch.after(), edited.after(patch.changes()));
    }

    /**
     * Returns the moment after files were given other texts as a whole.
     *
     * @param files the files as they are now
     * @throws EditRejectedException if the project cannot be read then, or a file holds another text now than the change says
     */
    DocumentState withTexts(List<TextChange> changes, FileTree files) throws EditRejectedException {
        for (TextChange change : changes) {
            if (!present(files, change).equals(change.before())) {
                throw new EditRejectedException(change.name() + " holds another text by now than when it was edited.");
            }
        }
        try {
            ComposeProject read = new ComposeLoader(ChangedFiles.over(files, changes)).load(project.request());
            return new DocumentState(read, edited.after(changes));
        } catch (ComposeException unreadable) {
            throw new EditRejectedException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static Optional<String> present(FileTree files, TextChange change) throws EditRejectedException {
        try {
            return Optional.of(new String(files.read(change.path()), StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new EditRejectedException(FileFaults.sentence(unreadable));
        }
    }

    DocumentState after(TextChange change) {
        return new DocumentState(project, edited.after(List.of(change)));
    }
}
