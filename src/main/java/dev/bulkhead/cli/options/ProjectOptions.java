package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.LoadWarning;
import dev.bulkhead.compose.load.ComposeLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that name a project, with the choices that {@code docker compose} takes. */
public final class ProjectOptions {

    @Parameters(index = "0", paramLabel = "PATH", description = "The project's directory, or a compose file.")
    private Path path = Path.of("");

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "A compose file instead of those Compose would discover; may be repeated.")
    private List<Path> files = List.of();

    @Option(names = "--project-name", paramLabel = "NAME", description = "The project's name.")
    private @Nullable String projectName;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "A file of variables instead of .env; may be repeated.")
    private List<Path> envFiles = List.of();

    @Option(names = "--profile", paramLabel = "NAME", description = "An active profile; may be repeated.")
    private List<String> profiles = List.of();

    /** Returns the request that the options make. */
    public ComposeRequest request(CliContext context) {
        return new ComposeRequest(
                ShellPath.of(path, context.environment()),
                files(context),
                Optional.ofNullable(projectName),
                shell(envFiles, context),
                profiles,
                context.environment());
    }

    /** A file that is named as PATH is the first of those that follow. */
    private List<Path> files(CliContext context) {
        List<Path> named = shell(files, context);
        Path first = ShellPath.of(path, context.environment());
        return named.isEmpty() || !context.files().isFile(first)
                ? named
                : Stream.concat(Stream.of(first), named.stream()).toList();
    }

    /** Words of the command line are paths from where the shell stands, as for Compose. */
    private static List<Path> shell(List<Path> paths, CliContext context) {
        return paths.stream()
                .map(file -> ShellPath.of(file, context.environment()).toAbsolutePath())
                .toList();
    }

    /** Reads the project, as strict as Compose; warnings go to the error stream. */
    public ComposeProject load(CliContext context) throws ComposeException {
        ComposeProject project = loadLenient(context);
        for (LoadWarning warning : project.warnings()) {
            context.err()
                    .println("warning: " + warning.at().map(at -> at + ": ").orElse("") + warning.message());
        }
        return project.requireSound();
    }

    /** Reads the project with the faults and warnings that can be reported as findings. */
    public ComposeProject loadLenient(CliContext context) throws ComposeException {
        return new ComposeLoader(context.files()).load(request(context));
    }
}
