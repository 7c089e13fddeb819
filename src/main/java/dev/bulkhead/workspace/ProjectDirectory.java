package dev.bulkhead.workspace;

import dev.bulkhead.files.PrivateFiles;
import dev.bulkhead.migrate.restore.StateDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Returns where a save that is under way keeps its record. */
    public Path transactionDirectory() {
        return path.resolve("transaction");
    }

    /** Returns the file that a writing process holds locked. */
    public Path lockFile() {
        return path.resolve("lock");
    }

    /**
     * Makes the directory with a {@code .gitignore} for what belongs to this machine; closes it and all that is in it to
     * other users, whoever made it.
     *
     * @throws IOException if it cannot be made, or somebody else owns a part of it that is open to others
     */
    @Override
    public void create() throws IOException {
        if (!Files.isDirectory(path)) {
            PrivateFiles.createDirectories(path);
            PrivateFiles.write(path.resolve(".gitignore"), IGNORE.getBytes(StandardCharsets.UTF_8));
        }
        PrivateFiles.close(path);
    }
}
