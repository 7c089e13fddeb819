package dev.bulkhead.cli.command;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import java.util.Optional;

/** Finder of the engine that a command means. */
@FunctionalInterface
public interface EngineConnector {

    /**
     * Connects to an engine.
     *
     * @param url the value of {@code --engine}; empty means DOCKER_HOST, else the current docker context
     * @param project the project the command works on, which the practice engine plays; empty means a sample
     * @throws EngineException if the address is not one that Bulkhead can use
     */
    Engine connect(Optional<String> url, Optional<ComposeProject> project) throws EngineException;
}
