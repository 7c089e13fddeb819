package dev.bulkhead.ui.shell.context;

import dev.bulkhead.compose.ComposeException;
import java.nio.file.Path;

/** Opener of projects; called away from the user interface's thread. */
public interface ProjectOpener {

    /**
     * Opens a project; nothing in it is written.
     *
     * @throws ComposeException if it cannot be read, with a sentence for the operator
     */
    OpenedProject open(Path path) throws ComposeException;

    /** Returns where the sample stands, ready to be opened. */
    Path sample() throws ComposeException;
}
