package dev.bulkhead.cli;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationContext;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.iteration.AnswersYaml;
import dev.bulkhead.workspace.ProjectDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** Which project on which engine a migration is about. */
final class MigrationOptions {

    @Mixin
    private ProjectOptions project = new ProjectOptions();

    @Mixin
    private EngineOption engine = new EngineOption();

    /** What a command does with the migrations of a project. */
    @FunctionalInterface
    interface Work {
        int with(Migration migration) throws Exception;
    }

    /** Opens the migrations of the project, lets the command work, and closes the engine. */
    int run(CliContext context, Work work) throws Exception {
        ComposeProject read = project.load(context);
        try (EngineConnection connection = engine.connect(context, read)) {
            MigrationContext migration = new MigrationContext(
                    project.request(context),
                    context.files(),
                    connection.gateway(),
                    connection.services(),
                    ProjectDirectory.of(read.directory()),
                    context.clock(),
                    () -> false);
            return work.with(new Migration(migration, context.knowledge()));
        }
    }

    /** Gives the answers of a file to a session; without a file the session keeps its own. */
    static void answer(MigrationSession session, Optional<Path> file) throws Exception {
        if (file.isEmpty()) {
            return;
        }
        String text;
        try {
            text = Files.readString(file.get());
        } catch (IOException e) {
            throw new UsageFault("The answers file " + file.get()
                    + " cannot be read; name the file that a plan or the wizard saved.");
        }
        session.answer(new AnswersYaml().read(file.get().toString(), text));
    }
}
