package dev.bulkhead.workspace;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.ProjectTextFile;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.compose.yaml.SourceText;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.run.RunHistory;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** File of the operator's rules of a project, to be found and read. */
public final class RulesFile {

    private RulesFile() {}

    /**
     * Returns the rules of a project: those of a named file, else those of {@code bulkhead.yml} in its directory, else
     * none.
     *
     * @throws ComposeException if the file cannot be read or is no rules file, with one sentence that names the place
     */
    public static Rules read(FileTree files, ComposeProject project, Optional<Path> named) throws ComposeException {
        Path beside = project.directory().resolve(Rules.FILE);
        if (named.isEmpty() && !files.isFile(beside)) {
            return Rules.NONE;
        }
        SourceText text = ProjectTextFile.read(files, project.directory(), named.orElse(beside));
        Rules rules = RulesReader.parse(text.name(), text.text());
        if (!rules.waitForIterations()) {
            return rules;
        }
        try {
            return rules.at(
                    RunHistory.progress(ProjectDirectory.of(project.directory()).path()));
        } catch (IOException e) {
            throw new ComposeException(
                    "The records of what was done to the project cannot be read, so rules with after cannot be judged: "
                            + e.getMessage() + ".");
        }
    }

    /** Returns the text of a project's rules; empty where there are none. */
    static Optional<String> text(FileTree files, ComposeProject project) throws IOException {
        Path file = project.directory().resolve(Rules.FILE);
        return files.isFile(file)
                ? Optional.of(new String(files.read(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Returns the change that gives a project's rules another text. */
    static TextChange change(ComposeProject project, Optional<String> before, String text) {
        return new TextChange(project.directory().resolve(Rules.FILE), Rules.FILE, before, Optional.of(text));
    }
}
