package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.Patch;
import dev.bulkhead.compose.patch.TextChange;
import java.util.List;

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

    DocumentState after(TextChange change) {
        return new DocumentState(project, edited.after(List.of(change)));
    }
}
