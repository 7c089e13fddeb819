package dev.bulkhead.migrate.restore;

import java.io.IOException;
import java.nio.file.Path;

/** Bulkhead's own directory beside a project, where answers, journals and restore points are kept. */
public interface StateDirectory {

    /** Returns the directory, whether it is there or not; absolute. */
    Path path();

    /**
     * Makes it, closed to other users, if it is not there.
     *
     * @throws IOException if it cannot be made
     */
    void create() throws IOException;
}
