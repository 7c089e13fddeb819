package dev.bulkhead.migrate.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file as a run found it and as it was to write it.
 *
 * @param name its path relative to the project directory with forward slashes
 * @param found its content before the run
 * @param mode its permissions before the run, for instance {@code rw-r--r--}; empty where the file system has none
 * @param written the content that the run gives it
 */
public record FileCopy(String name, Kept found, Optional<String> mode, Kept written) {

    /**
     * Returns a copy of a file as it is now.
     *
     * @throws IOException if it is there and cannot be read
     */
    public static FileCopy of(Path path, String name, Optional<byte[]> written) throws IOException {
        return new FileCopy(name, Kept.of(content(path)), mode(path), Kept.of(written));
    }

    /** Returns the copy that the run makes of what it wrote itself before it writes the file once more. */
    public FileCopy next(Optional<byte[]> more) {
        return new FileCopy(name, written, mode, Kept.of(more));
    }

    /** Returns the copy with another text that the run gave the file, of which only the digest is known; empty where it went. */
    FileCopy written(Optional<String> digest) {
        return new FileCopy(
                name, found, mode, digest.<Kept>map(Kept.Damaged::new).orElseGet(Kept.Absent::new));
    }

    /**
     * Returns files that a run writes several times as if it wrote each once: as it found it, and what of all that it wrote
     * stands there now, else the last.
     *
     * @param copies in the order of the run
     * @param now tells what a file holds now
     */
    static List<FileCopy> together(List<FileCopy> copies, Content now) throws IOException {
        Map<String, FileCopy> whole = new LinkedHashMap<>();
        for (FileCopy copy : copies) {
            FileCopy before = whole.get(copy.name);
            boolean there = before != null && before.written.is(now.of(copy.name));
            whole.put(
                    copy.name,
                    before == null
                            ? copy
                            : new FileCopy(
                                    copy.name, before.found, before.mode, there ? before.written : copy.written));
        }
        return List.copyOf(whole.values());
    }

    /** Tells what files hold. */
    interface Content {
        Optional<byte[]> of(String name) throws IOException;
    }

    /** Returns the bytes of a file; empty when there is none. */
    static Optional<byte[]> content(Path path) throws IOException {
        return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    }

    /** Returns the permissions of a file; empty when there is none, or the file system has none. */
    static Optional<String> mode(Path path) throws IOException {
        return Files.exists(path) && Files.getFileStore(path).supportsFileAttributeView("posix")
                ? Optional.of(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                : Optional.empty();
    }
}
