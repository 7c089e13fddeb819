package dev.bulkhead.migrate.iteration;

import dev.bulkhead.engine.observed.SwarmLook;

/**
 * Host among several on which an iteration is carried out.
 *
 * @param name what the operator calls it
 * @param look what its engine tells of itself
 */
public record IterationHost(String name, SwarmLook look) {}
