package dev.bulkhead.engine;

import java.util.List;
import java.util.Optional;

/** Capability of an engine to measure what containers use of the machine. */
public interface EngineMeasure {

    /** Returns what running containers (ids) use, measured once over about a second; empty where nobody measures. */
    Optional<ResourceUse> resources(List<String> containers) throws EngineException;
}
