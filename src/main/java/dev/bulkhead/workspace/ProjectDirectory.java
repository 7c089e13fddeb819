package dev.bulkhead.workspace;

import dev.bulkhead.migrate.restore.StateDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Bulkhead's own state beside a project: {@code .bulkhead/}, made on the first write and never by reading.
 *
 * @param path the directory itself, absolute
 */
public record ProjectDirectory(Path path) implements StateDirectory {

    /** The directory's name. */
    public static final String NAME = ".bulkhead";

    // Positions and answers are worth sharing; restore points and journals can hold secrets and belong to one machine.
    private static final String IGNORE = """
            # Written by Bulkhead: what belongs to this machine stays out of version control.
            *
            !.gitignore
            !layout.json
            !answers/
            !answers/*
            """;

    /** Returns the state directory of a project directory, whether it is there or not. */
    public static ProjectDirectory of(Path projectDirectory) {
        return new ProjectDirectory(
                projectDirectory.toAbsolutePath().normalize().resolve(NAME));
    }

    /** Returns where positions on the canvas are kept. */
    public Path layoutFile() {
        return path.resolve("layout.json");
    }

    /** Returns where the answers given to an iteration are kept. */
    public Path answersFile(String iteration) {
        return path.resolve("answers").resolve(iteration + ".yml");
    }

    /** Returns where runs keep their journals. */
    public Path journalDirectory() {
        return path.resolve("journal");
    }

    /** Returns where restore points are kept. */
    public Path restorePointDirectory() {
        return path.resolve("restore-points");
    }

    /** Returns where a save that is under way keeps its record. */
    public Path transactionDirectory() {
        return path.resolve("transaction");
    }

    /** Returns the file that a writing process holds locked. */
    public Path lockFile() {
        return path.resolve("lock");
    }

    /**
     * Makes the directory, closed to other users, with a {@code .gitignore} for what belongs to this machine.
     *
     * @throws IOException if it cannot be made
     */
    @Override
    public void create() throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        boolean posix = Files.getFileStore(path.getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectory(path, attributes);
        } catch (FileAlreadyExistsException alreadyThere) {
            if (!Files.isDirectory(path)) {
                throw alreadyThere;
            }
        }
        Files.write(
                path.resolve(".gitignore"),
                IGNORE.getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }
}
