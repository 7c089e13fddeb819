package dev.bulkhead.engine;

import java.util.List;

/** What contracts do to an engine that is held against them. */
final class EngineUnderTest {

    private EngineUnderTest() {}

    /** Removes the networks that the engine did not bring along, and closes it. */
    static void clear(Engine engine) throws EngineException {
        for (ObservedNetwork network : engine.observer().observe().networks()) {
            if (!List.of("bridge", "host", "none").contains(network.name())) {
                engine.networks().removeNetwork(network.name());
            }
        }
        engine.close();
    }
}
