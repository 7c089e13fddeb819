package dev.bulkhead.engine;

import java.util.List;

/**
 * An engine that a contract is held against.
 *
 * @param gateway the engine; closed after the test
 * @param runner what brings services up on it
 */
public record EngineUnderTest(EngineGateway gateway, ServiceRunner runner) {

    /** Removes the networks that the engine did not bring along, and closes the gateway. */
    void clear() throws EngineException {
        for (ObservedNetwork network : gateway.observe().networks()) {
            if (!List.of("bridge", "host", "none").contains(network.name())) {
                gateway.removeNetwork(network.name());
            }
        }
        gateway.close();
    }
}
