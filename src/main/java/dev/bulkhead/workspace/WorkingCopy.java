package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.reach.rules.Rules;
import java.util.Optional;

/**
 * A project as it reads with all edits, and its files as they would be if it were saved; a value that any thread may
 * read.
 *
 * @param project the project
 * @param files the disk with the unsaved texts laid over it
 */
public record WorkingCopy(ComposeProject project, FileTree files) {

    /**
     * Returns the operator's rules, unsaved ones included.
     *
     * @throws ComposeException if the rules file cannot be read or is none, with one sentence that names the place
     */
    public Rules rules() throws ComposeException {
        return RulesFile.read(files, project, Optional.empty());
    }
}
