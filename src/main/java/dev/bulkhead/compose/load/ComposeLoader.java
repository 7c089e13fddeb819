package dev.bulkhead.compose.load;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.FileTree;

/** Reads a Compose project the way {@code docker compose} does, and never writes. */
public final class ComposeLoader {

    private final FileTree files;

    /** Reads from the given files. */
    public ComposeLoader(FileTree files) {
        this.files = files;
    }

    /**
     * Reads a project.
     *
     * <p>Faults that concern single elements are collected in {@link ComposeProject#problems()}; call {@link
     * ComposeProject#requireSound()} to be as strict as Compose.
     *
     * @throws ComposeException if the project cannot be read at all, with one sentence for the operator
     */
    public ComposeProject load(ComposeRequest request) throws ComposeException {
        if (!files.isDirectory(request.path()) && !files.isFile(request.path())) {
            throw new ComposeException(request.path() + " does not exist; name a Compose file or its directory.");
        }
        return new ThinLoader(files).load(request);
    }
}
