package dev.bulkhead.app.engine;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.ui.live.EngineChoice;

/** Maker of the engines that projects in the window run on. */
@FunctionalInterface
public interface EngineMaker {

    /**
     * Returns the engine of a choice, reachable or not; blocks.
     *
     * @param project what the practice engine plays
     * @throws EngineException if there can be none, with a sentence for the operator
     */
    Engine connect(EngineChoice choice, ComposeProject project) throws EngineException;
}
