package dev.bulkhead.files;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One file of a transaction.
 *
 * @param path absolute path, as the operator names it (it may lead over symbolic links inside the project)
 * @param content its new bytes; empty removes the file
 * @param permissions who may read, write and run it afterwards, for instance {@code rw-------}; empty means as before, or
 *     as usual for a new file
 */
public record FileWrite(Path path, Optional<byte[]> content, Optional<String> permissions) {

    /** A write that leaves the permissions alone. */
    public FileWrite(Path path, Optional<byte[]> content) {
        this(path, content, Optional.empty());
    }

    /** Returns a write of new bytes. */
    public static FileWrite of(Path path, byte[] content) {
        return new FileWrite(path, Optional.of(content));
    }

    /** Returns a removal. */
    public static FileWrite remove(Path path) {
        return new FileWrite(path, Optional.empty());
    }
}
