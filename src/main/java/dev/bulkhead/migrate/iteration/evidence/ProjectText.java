package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.goal.SecretFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Text of a project: everything its files say, and the files themselves; it can hold secrets.
 *
 * @param project what they say
 * @param files the files
 * @param writer the user who runs this program, to whom what it writes belongs; empty where that is not known
 */
public record ProjectText(ResolvedProject project, FileTree files, Optional<SecretFile.Owner> writer) {

    /** Returns the project directory. */
    public Path directory() {
        return project.project().directory();
    }

    /** Returns the text of a file of the project, by its name relative to the directory; empty if there is none. */
    public Optional<String> text(String name) {
        Path path = directory().resolve(name).normalize();
        if (!files.isFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(files.read(path), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Names the project and nothing of what its files say. */
    @Override
    public String toString() {
        return "ProjectText[" + project.project().topology().project() + "]";
    }
}
