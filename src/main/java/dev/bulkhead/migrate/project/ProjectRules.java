package dev.bulkhead.migrate.project;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Rules of a project: the operator's own, where there are any. */
public final class ProjectRules {

    private ProjectRules() {}

    /**
     * Reads them.
     *
     * @throws MigrationException if there are some that cannot be read
     */
    public static Rules read(FileTree files, ComposeProject project) throws MigrationException, ComposeException {
        Path file = project.directory().resolve(Rules.FILE);
        if (!files.isFile(file)) {
            return Rules.NONE;
        }
        try {
            return RulesReader.parse(Rules.FILE, new String(files.read(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MigrationException("File " + Rules.FILE + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
