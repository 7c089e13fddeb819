package dev.bulkhead.cli.command;

import dev.bulkhead.engine.EngineGateway;
import dev.bulkhead.engine.ServiceRunner;

/**
 * Connection of a command or window to an engine and to the program that brings services up.
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
