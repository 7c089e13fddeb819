package dev.bulkhead.engine;

import java.time.Duration;

/** Capability of an engine to change single containers, named by name or id. */
public interface EngineContainers {

    /** Starts a stopped container; nothing happens to one that runs. */
    @Changes
    void start(String container) throws EngineException;

    /** Stops a container, giving it the time to end by itself; nothing happens to one that rests. */
    @Changes
    void stop(String container, Duration grace) throws EngineException;
}
