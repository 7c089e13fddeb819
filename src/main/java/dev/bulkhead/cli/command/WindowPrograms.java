package dev.bulkhead.cli.command;

import dev.bulkhead.topology.Topology;
import java.nio.file.Path;

/** Programs that need the window's toolkit, which is started only for them. */
public interface WindowPrograms {

    /**
     * Returns the map of a topology as a PNG picture.
     *
     * @throws PictureException if the toolkit cannot start or draw on this machine
     */
    byte[] png(Topology topology) throws PictureException;

    /** Walks through the sample without a display, leaves pictures in a directory, and returns the exit code. */
    int tour(Path to);
}
