package dev.bulkhead.cli;

import dev.bulkhead.engine.EngineGateway;
import dev.bulkhead.engine.ServiceRunner;

/**
 * An engine a command works with.
 *
 * @param gateway reads and changes the engine
 * @param services brings services to what the files say
 */
public record EngineConnection(EngineGateway gateway, ServiceRunner services) implements AutoCloseable {

    @Override
    public void close() {
        gateway.close();
    }
}
