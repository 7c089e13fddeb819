package dev.bulkhead.cli;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.EngineOption;
import dev.bulkhead.cli.options.TargetDirectory;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.workspace.imported.EngineImport;
import dev.bulkhead.workspace.imported.ImportChoices;
import dev.bulkhead.workspace.imported.ImportedFile;
import dev.bulkhead.workspace.imported.ImportedProject;
import dev.bulkhead.workspace.imported.SecretPlace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bulkhead import}: Compose projects from what is running. */
@Command(
        name = "import",
        description = "Write a Compose project that makes again what an engine runs.",
        footer = {
            "Several projects come into a directory each. A file that holds secrets may be",
            "read by its owner only.",
        })
final class ImportCommand extends BulkheadCommand {

    private static final String OWNER_ONLY = "rw-------";

    @Mixin
    private EngineOption engine = new EngineOption();

    @Mixin
    private TargetDirectory target = new TargetDirectory();

    @Option(
            names = {"--project-name", "--project"},
            paramLabel = "NAME",
            description = "Only the containers of this Compose project (default: all containers).")
    private @Nullable String project;

    @Option(
            names = "--secrets",
            paramLabel = "WHERE",
            defaultValue = "env",
            description = "Where values of secrets go: env (a file .env, and variables in the Compose file), files (a "
                    + "file for each service under secrets), inline (into the Compose file), nowhere (Compose asks for "
                    + "them). Default: ${DEFAULT-VALUE}.")
    private SecretPlace secrets = SecretPlace.ENV;

    @Option(
            names = "--environment",
            paramLabel = "WHERE",
            defaultValue = "inline",
            description = "Where other values of the environment go: inline (into the Compose file) or env (into .env "
                    + "too). Default: ${DEFAULT-VALUE}.")
    private EnvironmentPlace environment = EnvironmentPlace.INLINE;

    /** Place where values of the environment go. */
    private enum EnvironmentPlace {
        INLINE,
        ENV
    }

    ImportCommand(CliContext context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        EngineDetails details;
        EnginePools pools;
        try (Engine connection = engine.connect(context(), Optional.empty())) {
            pools = connection.observer().info().pools();
            details = connection.observer().details();
        }
        String directory = String.valueOf(target.path().getFileName());
        List<ImportedProject> found = EngineImport.of(
                details,
                pools,
                new ImportChoices(
                        Optional.ofNullable(project), directory, secrets, environment == EnvironmentPlace.ENV));
        if (found.isEmpty()) {
            throw new UsageException(
                    project == null
                            ? "The engine has no containers, so there is nothing to import; start them first."
                            : "The engine has no containers of a project " + project + "; check the name.");
        }
        List<FileWrite> writes = new ArrayList<>();
        for (ImportedProject each : found) {
            Path home = found.size() == 1 ? target.path() : target.path().resolve(each.name());
            for (ImportedFile file : each.files()) {
                writes.add(new FileWrite(
                        home.resolve(file.name()),
                        Optional.of(file.text().getBytes(StandardCharsets.UTF_8)),
                        file.confidential() ? Optional.of(OWNER_ONLY) : Optional.empty()));
            }
        }
        target.requireFree(writes.stream().map(FileWrite::path).toList());
        target.write(writes);
        writes.forEach(write -> print("wrote " + write.path()));
        return ExitCodes.FINE;
    }
}
