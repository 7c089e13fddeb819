package dev.bulkhead.cli;

import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.iteration.AnswersYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The answers to an iteration's questions. */
final class AnswersOption {

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Answers to its questions, as the wizard saves them.")
    private @Nullable Path file;

    /** Gives the answers of the file to a session; without a file the session keeps its own. */
    void give(MigrationSession session) throws Exception {
        if (file != null) {
            session.answer(new AnswersYaml().read(file.toString(), text(file)));
        }
    }

    private static String text(Path file) throws UsageFault {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageFault(
                    "The answers file " + file + " cannot be read; name the file that a plan or the wizard saved.");
        }
    }
}
