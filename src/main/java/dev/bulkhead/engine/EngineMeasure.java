package dev.bulkhead.engine;

import dev.bulkhead.engine.stream.ContainerFigures;
import dev.bulkhead.engine.stream.EngineStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Capability of an engine to measure what containers use of the machine. */
public interface EngineMeasure {

    /** Returns what running containers (ids) use, measured once over about a second; empty where nobody measures. */
    Optional<ResourceUse> resources(List<String> containers) throws EngineException;

    /**
     * Measures running containers (names or ids) about once a second until closed or until all have ended.
     *
     * @param listener called with each container's figures, by one thread at a time
     */
    EngineStream follow(List<String> containers, Consumer<ContainerFigures> listener) throws EngineException;
}
