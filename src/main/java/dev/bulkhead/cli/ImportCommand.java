package dev.bulkhead.cli;

import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.EngineOption;
import dev.bulkhead.cli.options.TargetDirectory;
import dev.bulkhead.compose.export.ImportedFile;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.workspace.EngineImport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead import}: a Compose project from what is running. */
@Command(name = "import", description = "Write a Compose project of the containers and networks that an engine has.")
final class ImportCommand extends BulkheadCommand {

    private static final String FILE = "compose.yaml";

    private static final List<String> NOTES = List.of(
            "Imported by Bulkhead from what runs: images, networks, addresses, ports, dependencies and labels.",
            "Not imported, since the engine's answer can hold secrets or does not tell what was written in a file:",
            "environment variables, volumes, commands, health checks, restart policies, builds and limits.",
            "Subnets that the engine chose itself stand here as if they had been chosen. Networks that do not",
            "belong to this project are external. Fill in what is missing before docker compose up.");

    @Mixin
    private EngineOption engine = new EngineOption();

    @Mixin
    private TargetDirectory target = new TargetDirectory();

    @Option(
            names = "--project-name",
            paramLabel = "NAME",
            description = "Only the containers of this Compose project (default: all containers).")
    private @Nullable String project;

    ImportCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        Path file = target.path().resolve(FILE);
        target.requireFree(List.of(file));
        ObservedState state;
        try (Engine connection = engine.connect(context(), Optional.empty())) {
            state = connection.observer().observe();
        }
        EngineImport found = EngineImport.of(
                state,
                Optional.ofNullable(project),
                String.valueOf(target.path().getFileName()));
        if (found.topology().services().isEmpty()) {
            throw new UsageException(
                    project == null
                            ? "The engine has no containers, so there is nothing to import; start them first."
                            : "The engine has no containers of a project " + project + "; check the name.");
        }
        String text = ImportedFile.of(found.topology(), NOTES, found.notes());
        target.write(List.of(FileWrite.of(file, text.getBytes(StandardCharsets.UTF_8))));
        print("wrote " + file);
        return ExitCodes.FINE;
    }
}
