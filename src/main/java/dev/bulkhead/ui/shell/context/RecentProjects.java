package dev.bulkhead.ui.shell.context;

import java.nio.file.Path;
import java.util.List;

/** List of the projects opened lately, newest first. */
public interface RecentProjects {

    /** Returns their directories or files. */
    List<Path> paths();

    /** Remembers one as the newest. */
    void opened(Path path);
}
