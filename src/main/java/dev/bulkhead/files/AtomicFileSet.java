package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Set of files that are written as one transaction: after it, or after a crash in it and {@link #recover()}, all of
 * them are new or all are old.
 *
 * <p>New contents are first put beside the files and made durable; then a record says that they all are there, which is
 * the point of no return; then each takes its file's place. Mode and owner stay, symbolic links are followed inside the
 * root. Two transactions with one record must not run at once; callers hold a lock.
 */
public final class AtomicFileSet {

    private final Path root;
    private final Path record;
    private final FileSteps steps;

    /**
     * Writes below a directory only.
     *
     * @param root the directory that no write may leave, also not over a symbolic link
     * @param record directory for the transaction's record, itself in a directory that exists; removed at the end
     */
    public AtomicFileSet(Path root, Path record) {
        this(root, record, new FileSteps());
    }

    AtomicFileSet(Path root, Path record, FileSteps steps) {
        this.root = root.toAbsolutePath().normalize();
        this.record = record.toAbsolutePath().normalize();
        this.steps = steps;
    }

    /** Returns the directory that no write may leave; absolute, as it was named. */
    public Path root() {
        return root;
    }

    /**
     * Writes all files, or none. An earlier transaction that was cut off is brought to its end first.
     *
     * @throws FileWriteException if a file cannot be written; all of them hold what they held before
     */
    public void write(List<FileWrite> writes) throws FileWriteException {
        if (recover() instanceof Recovery.Blocked(String sentence)) {
            throw new FileWriteException(sentence);
        }
        List<WriteTargets.Target> targets = new WriteTargets(root).resolve(writes);
        TransactionRun run = new TransactionRun(steps, record);
        try {
            run.stage(targets);
        } catch (IOException failed) {
            run.discard(failed);
            throw failure(failed);
        }
        try {
            run.commit();
        } catch (IOException failed) {
            run.abort(failed);
            throw failure(failed);
        }
        run.tidy();
    }

    /**
     * Brings a transaction that was cut off to its end: one that had all its contents on disk is finished, an earlier one
     * is undone.
     */
    public Recovery recover() {
        try {
            Optional<TransactionRecord> found = TransactionRecord.read(record.resolve(TransactionRun.FILE));
            if (found.isEmpty()) {
                leaveEmptyPlace();
                return new Recovery.Nothing();
            }
            return new TransactionRecovery(steps, record).end(found.get());
        } catch (IOException failed) {
            return new Recovery.Blocked(
                    "An interrupted save in " + record + " cannot be brought to its end: " + failed.getMessage() + ".");
        }
    }

    /** A transaction cut off before its first record or after its last changed no file; only its place is left. */
    private void leaveEmptyPlace() throws IOException {
        if (!Files.isDirectory(record)) {
            return;
        }
        try {
            new TransactionRun(steps, record).leavePlace();
        } catch (DirectoryNotEmptyException somebodyElses) {
            return;
        }
    }

    private static FileWriteException failure(IOException cause) {
        return new FileWriteException("Nothing was saved: " + FileFaults.sentence(cause), cause);
    }
}
