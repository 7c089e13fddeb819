package dev.bulkhead.migrate.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    /**
     * Returns a copy of a file as a later step of a run finds it, which is as an earlier one writes it.
     *
     * @throws IOException if its permissions cannot be read
     */
    public static FileCopy between(Path path, String name, Optional<byte[]> found, Optional<byte[]> written)
            throws IOException {
        return new FileCopy(name, Kept.of(found), mode(path), Kept.of(written));
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
