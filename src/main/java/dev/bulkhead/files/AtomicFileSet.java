package dev.bulkhead.files;

import java.nio.file.Path;
import java.util.List;

/** Writes several files as one transaction: after it, or after a crash in it, all of them are new or all are old. */
public final class AtomicFileSet {

    private final Path root;
    private final Path record;

    /**
     * Writes below a directory only.
     *
     * @param root the directory that no write may leave, also not over a symbolic link
     * @param record directory for the transaction's record; created when needed, removed at the end
     */
    public AtomicFileSet(Path root, Path record) {
        this.root = root.toAbsolutePath().normalize();
        this.record = record.toAbsolutePath().normalize();
    }

    /**
     * Writes all files, or none.
     *
     * @throws FileWriteException if a file cannot be written; all of them hold what they held before
     */
    public void write(List<FileWrite> writes) throws FileWriteException {
        if (!writes.isEmpty()) {
            throw new FileWriteException("Writing below " + root + " (record " + record + ") is not possible yet.");
        }
    }
}
