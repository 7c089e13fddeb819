package dev.bulkhead.engine;

import dev.bulkhead.compose.ComposeRequest;
import java.util.List;
import java.util.function.Consumer;

/** Brings services to what the project's files say, as {@code docker compose up} does. */
public interface ServiceRunner {

    /**
     * Creates or recreates the services and starts them; does not wait for health and leaves their dependencies alone.
     *
     * @param log called with each line of progress
     */
    void up(ComposeRequest project, List<String> services, Consumer<String> log) throws EngineException;

    /**
     * Stops and removes the containers of services, keeping volumes.
     *
     * @param log called with each line of progress
     */
    void remove(ComposeRequest project, List<String> services, Consumer<String> log) throws EngineException;

    /**
     * Returns what does the work, for instance {@code Docker Compose 2.40.3}.
     *
     * @throws EngineException if it is not there or too old, with what would be right
     */
    default String version() throws EngineException {
        return "Built in";
    }
}
