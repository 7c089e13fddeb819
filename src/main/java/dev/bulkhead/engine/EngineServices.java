package dev.bulkhead.engine;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.engine.observed.ObservedContainer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Capability to bring services to what the project's files say, as {@code docker compose up} does. */
public interface EngineServices {

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
    @Changes
    void up(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log)
            throws EngineException;

    /**
     * Does the same, and makes containers anew also where they look up to date; what they keep in volumes without a name is
     * handed on to the new ones.
     *
     * @param log called with each line of progress
     */
    @Changes
    void upAnew(ComposeRequest project, List<String> services, Dependencies dependencies, Consumer<String> log)
            throws EngineException;

    /**
     * Creates and starts a second container of a service from the files, leaving the one that it has and all other services
     * as they are.
     *
     * @param log called with each line of progress
     */
    @Changes
    void addInstance(ComposeRequest project, String service, Consumer<String> log) throws EngineException;

    /**
     * Returns service to the hash of its configuration that a container made from the files now would have as its label
     * {@link ObservedContainer#HASH_LABEL}.
     */
    Map<String, String> hashes(ComposeRequest project) throws EngineException;

    /**
     * Returns the same for services that share the network namespace of a container; those are hashed with that container's id.
     *
     * @param owners service to the id of the container whose namespace it shares now
     */
    Map<String, String> guestHashes(ComposeRequest project, Map<String, String> owners) throws EngineException;

    /**
     * Returns what does the work, for instance {@code Docker Compose 2.40.3}.
     *
     * @throws EngineException if it is not there or too old, with what would be right
     */
    String version() throws EngineException;
}
