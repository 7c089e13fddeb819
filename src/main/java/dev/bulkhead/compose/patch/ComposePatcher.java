package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.EditRejectedException;
import dev.bulkhead.topology.TopologyEdit;

/** Turns edits of a topology into the smallest changes of the files it was read from. */
public final class ComposePatcher {

    @SuppressWarnings("UnusedVariable")
    private final FileTree files;

    /** Patches projects whose files stand in the given tree. */
    public ComposePatcher(FileTree files) {
        this.files = files;
    }

    /**
     * Returns what an edit does to the files; nothing is written.
     *
     * @param project the project as last read; its own text counts where it differs from the tree's
     * @throws EditRejectedException if the edit does not fit the topology, or if no change of the text gives exactly the
     *     topology that the edit asks for
     */
    public Patch patch(ComposeProject project, TopologyEdit edit) throws EditRejectedException {
        edit.apply(project.topology());
        throw new EditRejectedException("This edit cannot be written to files yet.");
    }
}
