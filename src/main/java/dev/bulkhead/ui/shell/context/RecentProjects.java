package dev.bulkhead.ui.shell.context;

import java.nio.file.Path;
import java.util.List;

/** List of the projects opened lately, newest first. */
public interface RecentProjects {

    /** A list that remembers nothing. */
    RecentProjects NONE = new RecentProjects() {
        @Override
        public List<Recent> projects() {
            return List.of();
        }

        @Override
        public void opened(Recent project) {
            // Nothing is remembered.
        }
    };

    /**
     * A project that was opened.
     *
     * @param path its directory or file
     * @param name what it calls itself
     */
    record Recent(Path path, String name) {}

    /** Returns them. */
    List<Recent> projects();

    /** Remembers one as the newest. */
    void opened(Recent project);
}
