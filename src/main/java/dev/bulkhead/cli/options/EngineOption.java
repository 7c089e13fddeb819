package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.MaskedEngine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option that names the engine a command is about. */
public final class EngineOption {

    @Option(
            names = "--engine",
            paramLabel = "URL",
            description = "The engine (unix, tcp or ssh), or 'practice' for the built-in one;"
                    + " otherwise DOCKER_HOST, then the current docker context.")
    private @Nullable String url;

    /** Returns what the option says, if it is given. */
    public Optional<String> stated() {
        return Optional.ofNullable(url);
    }

    /** Returns whether it names the practice engine. */
    public boolean practice() {
        return stated().equals(Optional.of(EngineInfo.PRACTICE));
    }

    /** Connects for a project, whose secrets the engine does not repeat. */
    public Engine connect(CliContext context, ComposeProject project) throws EngineException, ComposeException {
        Optional<String> address = url == null
                ? Optional.empty()
                : Optional.of(StatedHosts.of(context, project).address(url));
        return MaskedEngine.of(context.engines().connect(address, Optional.of(project)), project.secrets());
    }
}
