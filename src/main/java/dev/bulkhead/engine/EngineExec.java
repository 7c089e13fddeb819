package dev.bulkhead.engine;

import java.time.Duration;
import java.util.List;

/** Capability of an engine to run programs inside containers. */
public interface EngineExec {

    /** Runs a command inside a container and returns what it said. */
    ExecResult exec(String container, List<String> command, Duration timeout) throws EngineException;
}
