package dev.bulkhead.ui.shell.context;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.ui.live.EngineChoice;
import java.nio.file.Path;
import java.util.List;

/** Opener of projects; called away from the user interface's thread. */
public interface ProjectOpener {

    /**
     * Opens a project; nothing in it is written.
     *
     * @throws ComposeException if it cannot be read, with a sentence for the operator
     */
    OpenedProject open(Path path) throws ComposeException;

    /** Returns the keys of the samples, the one of the first minute first. */
    List<String> samples();

    /** Returns where a sample stands, ready to be opened. */
    Path sample(String key) throws ComposeException;

    /**
     * Writes projects that make again what an engine runs into a folder, and returns where they are.
     *
     * @throws ComposeException if that cannot be done, with a sentence for the operator; nothing was written
     */
    List<Path> importFrom(EngineChoice engine, Path folder) throws ComposeException;
}
