package dev.bulkhead.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files and directories that only their owner can read, whatever the user's usual settings are; durable when written. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /**
     * Makes a directory, and those above it that are missing, closed to other users.
     *
     * @throws IOException if it cannot be made
     */
    public static void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            createDirectories(parent);
        }
        FileAttribute<?>[] closed = parent == null || posix(parent)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(DIRECTORY)}
                : new FileAttribute<?>[0];
        try {
            Files.createDirectory(directory, closed);
        } catch (FileAlreadyExistsException alreadyThere) {
            if (!Files.isDirectory(directory)) {
                throw alreadyThere;
            }
        }
    }

    /**
     * Writes a whole file: after it, or after a crash in it, the file holds the old bytes or the new ones.
     *
     * @throws IOException if it cannot be written; then it holds what it held
     */
    public static Path write(Path file, byte[] content) throws IOException {
        FileSteps steps = new FileSteps();
        Path directory = parent(file);
        createDirectories(directory);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            steps.create(fresh, content, FileSteps.Readers.OWNER);
            steps.rename(fresh, file);
        } catch (IOException failed) {
            Files.deleteIfExists(fresh);
            throw failed;
        }
        steps.syncDirectory(directory);
        return file;
    }

    /**
     * Closes a directory and all that is in it to other users, whoever made it: a clone of a project comes with the
     * usual permissions.
     *
     * @throws IOException if something in it belongs to somebody else, who alone can close it
     */
    public static void close(Path directory) throws IOException {
        if (!posix(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> open = all.filter(path -> !Files.isSymbolicLink(path)).toList();
            for (Path path : open) {
                Set<PosixFilePermission> wanted = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? DIRECTORY : FILE;
                if (!wanted.containsAll(Files.getPosixFilePermissions(path))) {
                    Files.setPosixFilePermissions(path, wanted);
                }
            }
        }
    }

    /**
     * Returns what makes a new file closed to other users.
     *
     * @throws IOException if its directory is not there
     */
    public static FileAttribute<?>[] closed(Path file) throws IOException {
        return posix(parent(file))
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                : new FileAttribute<?>[0];
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException(file + " is no file");
        }
        return parent;
    }

    private static boolean posix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
