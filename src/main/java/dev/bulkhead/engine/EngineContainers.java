package dev.bulkhead.engine;

import java.time.Duration;
import java.util.function.Consumer;

/** Capability of an engine to make, change and remove single containers, named by name or id, and to get images. */
public interface EngineContainers {

    /** The time to end by itself that a container's own settings ask for ({@code stop_grace_period}); 10 s unless stated. */
    Duration AS_IT_ASKS = Duration.ofSeconds(-1);

    /** Makes a container without starting it; returns its id. */
    @Changes
    String createContainer(NewContainer container) throws EngineException;

    /**
     * Makes a container again without starting it: its image by id, all settings, all networks with names, static
     * addresses and gateway priorities; volumes without a name are those it had. A generated MAC address is generated
     * anew.
     *
     * @return its id
     */
    @Changes
    String recreateContainer(ContainerBlueprint blueprint) throws EngineException;

    /** Starts a stopped container; nothing happens to one that runs. */
    @Changes
    void start(String container) throws EngineException;

    /** Stops a container, giving it the time to end by itself; nothing happens to one that rests. */
    @Changes
    void stop(String container, Duration grace) throws EngineException;

    /** Stops a container, giving it the time to end by itself, and starts it again. */
    @Changes
    void restart(String container, Duration grace) throws EngineException;

    /** Gives a container, running or not, another name. */
    @Changes
    void rename(String container, String name) throws EngineException;

    /** Removes a container that does not run, and none of its volumes. */
    @Changes
    void removeContainer(String container) throws EngineException;

    /**
     * Gets the image of a reference from its registry.
     *
     * @param log called with each line of progress
     */
    @Changes
    void pull(String image, Consumer<String> log) throws EngineException;
}
