package dev.bulkhead.engine.hosts;

import dev.bulkhead.engine.Engine;

/**
 * Engine of a host.
 *
 * @param host what the operator calls the host
 * @param engine the connection to its engine
 */
public record HostEngine(String host, Engine engine) {}
