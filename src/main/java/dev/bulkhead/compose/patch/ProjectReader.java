package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.FileTree;

/** Reads a project from a tree of files, so that text that is not on disk can be read like text that is. */
@FunctionalInterface
public interface ProjectReader {

    /**
     * Returns the project.
     *
     * @throws ComposeException if Compose would refuse it
     */
    ComposeProject read(ComposeRequest request, FileTree files) throws ComposeException;
}
