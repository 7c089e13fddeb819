package dev.bulkhead.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Result of a save. */
public sealed interface SaveResult {

    /**
     * Success: the files hold the document's text now; the list names them, and is empty when there was nothing to
     * save.
     */
    record Saved(List<Path> files) implements SaveResult {
        public Saved {
            files = List.copyOf(files);
        }
    }

    /** Conflict: files changed on disk since they were read, and nothing was written. */
    record ConflictOnDisk(List<DiskConflict> conflicts) implements SaveResult {
        public ConflictOnDisk {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** Failure: nothing was written; the sentence is for the operator. */
    record Failed(String sentence) implements SaveResult {}

    /**
     * A file that another program changed.
     *
     * @param path absolute path
     * @param name path relative to the project directory
     * @param base its text when it was last read or saved; empty when there was none
     * @param mine the text this document would write; empty when it would remove the file
     * @param theirs the text on disk now; empty when the file is gone
     */
    record DiskConflict(Path path, String name, Optional<String> base, Optional<String> mine, Optional<String> theirs) {

        /** Names the file but not its text, which can hold secrets. */
        @Override
        public String toString() {
            return "DiskConflict[" + name + "]";
        }
    }
}
