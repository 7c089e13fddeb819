package dev.bulkhead.migrate.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file as it was.
 *
 * @param path where it stands, absolute
 * @param name its path relative to the project directory with forward slashes
 * @param content its bytes; empty when there was no such file
 * @param mode its permissions, for instance {@code rw-r--r--}; empty where the file system has none
 */
public record FileCopy(Path path, String name, Optional<byte[]> content, Optional<String> mode) {

    /**
     * Returns a copy of the file as it is now.
     *
     * @throws IOException if it is there and cannot be read
     */
    public static FileCopy of(Path path, String name) throws IOException {
        if (!Files.exists(path)) {
            return new FileCopy(path, name, Optional.empty(), Optional.empty());
        }
        Optional<String> mode = Files.getFileStore(path).supportsFileAttributeView("posix")
                ? Optional.of(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                : Optional.empty();
        return new FileCopy(path, name, Optional.of(Files.readAllBytes(path)), mode);
    }

    /**
     * Returns whether the file is now as it was, its permissions included.
     *
     * @throws IOException if it cannot be read
     */
    public boolean stillTrue() throws IOException {
        FileCopy now = of(path, name);
        boolean same = content.isPresent() == now.content.isPresent()
                && (content.isEmpty() || Arrays.equals(content.get(), now.content.get()));
        return same && mode.equals(now.mode);
    }

    /** Names the file but not its bytes, which can hold secrets. */
    @Override
    public String toString() {
        return "FileCopy[" + name + "]";
    }
}
