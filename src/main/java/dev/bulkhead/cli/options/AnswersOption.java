package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.iteration.AnswersYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option with the answers to an iteration's questions. */
public final class AnswersOption {

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Answers to its questions, as the wizard saves them.")
    private @Nullable Path file;

    /** Gives the answers of the file to a session; without a file the session keeps its own. */
    public void give(MigrationSession session) throws Exception {
        if (file != null) {
            session.answer(new AnswersYaml().read(file.toString(), text(file)));
        }
    }

    private static String text(Path file) throws UsageException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException(
                    "The answers file " + file + " cannot be read; name the file that a plan or the wizard saved.");
        }
    }
}
