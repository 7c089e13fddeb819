package dev.bulkhead.topology.edit;

import java.util.List;

/**
 * Change of a project that the operator can make, undo and see as text; a value.
 *
 * <p>{@code compose.patch} turns it into the smallest change of the files. Only a {@link TopologyEdit} says by itself what
 * becomes of a topology; what a {@link FieldEdit} or a {@link FileEdit} means is known when the changed files are read.
 */
public sealed interface ProjectEdit permits TopologyEdit, FieldEdit, FileEdit, ProjectEdit.Series {

    /** Returns what the edit does in a few words, for menus and logs, without values of variables. */
    String describe();

    /** Edits of any kind, one after the other, that are one change: all of them or none. */
    record Series(String title, List<ProjectEdit> edits) implements ProjectEdit {
        public Series {
            edits = List.copyOf(edits);
        }

        @Override
        public String describe() {
            return title;
        }
    }
}
