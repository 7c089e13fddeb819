package dev.bulkhead.engine;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import java.time.Duration;
import java.util.List;

/** What contracts do to an engine that is held against them. */
final class EngineUnderTest {

    private EngineUnderTest() {}

    /** Removes what is left of containers, and the networks that the engine did not bring along, and closes it. */
    static void clear(Engine engine) throws EngineException {
        for (ObservedContainer container : engine.observer().observe().containers()) {
            engine.containers().stop(container.id(), Duration.ofSeconds(1));
            engine.containers().removeContainer(container.id());
        }
        for (ObservedNetwork network : engine.observer().observe().networks()) {
            if (!List.of("bridge", "host", "none").contains(network.name())) {
                engine.networks().removeNetwork(network.name());
            }
        }
        engine.close();
    }
}
