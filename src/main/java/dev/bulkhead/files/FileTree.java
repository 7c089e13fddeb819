package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Read access to files, so that unsaved text can be read as if it were on disk. */
public interface FileTree {

    /**
     * Returns the bytes of a file.
     *
     * @throws IOException if it cannot be read, {@link java.nio.file.NoSuchFileException} if it is not there
     */
    byte[] read(Path file) throws IOException;

    /** Returns whether there is a regular file. */
    boolean isFile(Path file);

    /** Returns whether there is a directory. */
    boolean isDirectory(Path directory);

    /**
     * Returns the files and directories that a directory holds, sorted; links, which can lead anywhere, are left out.
     *
     * @throws IOException if it cannot be read, {@link java.nio.file.NoSuchFileException} if it is not there
     */
    List<Path> list(Path directory) throws IOException;

    /**
     * Returns the length of a file in bytes, so that a huge one can be refused unread.
     *
     * @throws IOException if it cannot be found out, {@link java.nio.file.NoSuchFileException} if it is not there
     */
    long size(Path file) throws IOException;

    /**
     * Returns who may read, write and run a file, for instance {@code rw-r-----}; empty where the file system does not
     * know such a thing.
     *
     * @throws IOException if it cannot be found out, {@link java.nio.file.NoSuchFileException} if it is not there
     */
    Optional<String> permissions(Path file) throws IOException;
}
