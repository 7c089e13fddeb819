package dev.bulkhead.engine;

import dev.bulkhead.compose.ComposeRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Brings services to what the project's files say, as {@code docker compose up} does. */
public interface ServiceRunner {

    /** What is done about services that those to be started depend on. */
    enum Dependencies {
        /** As a plain {@code up} does: they are brought to what the files say, started, and waited for as they ask. */
        TOO,
        /** They are left alone; the real Compose then notes none of them in the labels of what it creates. */
        LEFT_ALONE
    }

    /**
     * Creates or recreates the services and starts them; does not wait for their own health.
     *
     * @param log called with each line of progress
     */
    void up(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log)
            throws EngineException;

    /**
     * Creates or recreates the services and starts them; leaves their dependencies alone.
     *
     * @param log called with each line of progress
     */
    default void up(ComposeRequest project, List<String> services, Consumer<String> log) throws EngineException {
        up(project, services, Dependencies.LEFT_ALONE, log);
    }

    /**
     * Returns service to the hash of its configuration that a container made from the files now would have as its label
     * {@link ObservedContainer#HASH_LABEL}; empty where hashes are not known.
     */
    default Map<String, String> hashes(ComposeRequest project) throws EngineException {
        return Map.of();
    }

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
