package dev.bulkhead.cli;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.cli.command.BulkheadCommand;
import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.ExitCodes;
import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.cli.options.EnginesOption;
import dev.bulkhead.cli.options.OpenHosts;
import dev.bulkhead.cli.options.TargetDirectory;
import dev.bulkhead.cli.output.hosts.HostFolders;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.hosts.HostEngine;
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
            "Several projects come into a directory each, and so do several hosts. A file that holds secrets may be",
            "read by its owner only.",
        })
final class ImportCommand extends BulkheadCommand {

    private static final String OWNER_ONLY = "rw-------";

    @Mixin
    private EnginesOption engine = new EnginesOption();

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
        List<Home> homes = engine.several() ? ofHosts() : List.of(ofOne());
        List<FileWrite> writes = new ArrayList<>();
        for (Home home : homes) {
            for (ImportedProject each : home.found()) {
                Path directory =
                        home.found().size() == 1 ? home.path() : home.path().resolve(each.name());
                for (ImportedFile file : each.files()) {
                    writes.add(new FileWrite(
                            directory.resolve(file.name()),
                            Optional.of(file.text().getBytes(StandardCharsets.UTF_8)),
                            file.confidential() ? Optional.of(OWNER_ONLY) : Optional.empty()));
                }
            }
        }
        if (writes.isEmpty()) {
            throw new UsageException(
                    project == null
                            ? "The engine has no containers, so there is nothing to import; start them first."
                            : "The engine has no containers of a project " + project + "; check the name.");
        }
        target.requireFree(writes.stream().map(FileWrite::path).toList());
        target.write(writes);
        writes.forEach(write -> print("wrote " + write.path()));
        return ExitCodes.FINE;
    }

    /** Projects of one engine, and the directory that they come into. */
    private record Home(Path path, List<ImportedProject> found) {}

    /** What an engine tells. */
    private record Told(EngineDetails details, EnginePools pools) {

        static Told of(Engine engine) throws EngineException {
            EnginePools pools = engine.observer().info().pools();
            return new Told(engine.observer().details(), pools);
        }
    }

    private Home ofOne() throws Exception {
        try (Engine connection = engine.connect(context())) {
            return home(target.path(), Told.of(connection));
        }
    }

    /** Each host has a directory of its own: what runs on two of them is two projects. */
    private List<Home> ofHosts() throws Exception {
        try (OpenHosts hosts = engine.open(context())) {
            List<Home> homes = new ArrayList<>();
            HostFolders folders = new HostFolders(
                    hosts.engines().stream().map(HostEngine::host).toList());
            folders.told().forEach(context().err()::println);
            hosts.ask((host, view) -> Told.of(host.engine()))
                    .answers()
                    .forEach((host, told) -> homes.add(home(target.path().resolve(folders.of(host)), told)));
            return homes;
        }
    }

    private Home home(Path path, Told told) {
        String directory = String.valueOf(target.path().getFileName());
        return new Home(
                path,
                EngineImport.of(
                        told.details(),
                        told.pools(),
                        new ImportChoices(
                                Optional.ofNullable(project),
                                directory,
                                secrets,
                                environment == EnvironmentPlace.ENV)));
    }
}
