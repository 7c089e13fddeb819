package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeProject;
import java.util.List;

/**
 * Result of an edit: what it does to the project's files, verified by reading them again.
 *
 * @param changes the files that change, sorted by name; a file stands here once
 * @param notes what the operator should know about the way it is done, one sentence each; mostly empty
 * @param after the project as it reads after the change
 */
public record Patch(List<TextChange> changes, List<String> notes, ComposeProject after) {

    public Patch {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /** A patch that needs no explanation. */
    public Patch(List<TextChange> changes, ComposeProject after) {
        this(changes, List.of(), after);
    }
}
