package dev.bulkhead.app;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineGateway;
import dev.bulkhead.engine.ServiceRunner;

/** Chooses the engine a project runs on. */
@FunctionalInterface
interface Engines {

    /**
     * Returns the engine of a project, reachable or not.
     *
     * @param sample whether it is one of the samples, which need no real engine
     * @throws ComposeException if there can be none, with a sentence for the operator
     */
    Engine of(ComposeProject project, boolean sample) throws ComposeException;

    /** An engine, and what brings services up on it. */
    record Engine(EngineGateway gateway, ServiceRunner services) {}
}
