package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.cli.command.EngineConnection;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.MaskedGateway;
import dev.bulkhead.engine.MaskedServiceRunner;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option that names the engine a command is about. */
public final class EngineOption {

    @Option(
            names = "--engine",
            paramLabel = "URL",
            description = "The engine (unix, tcp or npipe), or 'practice' for the built-in one;"
                    + " otherwise DOCKER_HOST, then the current docker context.")
    private @Nullable String url;

    /** Connects for a project, whose secrets the engine does not repeat. */
    public EngineConnection connect(CliContext context, ComposeProject project) throws EngineException {
        EngineConnection connection = connect(context, Optional.of(project));
        return new EngineConnection(
                new MaskedGateway(connection.gateway(), project.secrets()),
                new MaskedServiceRunner(connection.services(), project.secrets()));
    }

    /** Connects without a project, too: then the practice engine plays a sample. */
    public EngineConnection connect(CliContext context, Optional<ComposeProject> project) throws EngineException {
        return context.engines().connect(Optional.ofNullable(url), project);
    }
}
