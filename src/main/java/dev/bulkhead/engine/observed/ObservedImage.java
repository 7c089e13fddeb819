package dev.bulkhead.engine.observed;

/**
 * Image that an engine has.
 *
 * @param id its id
 * @param healthCheck whether it says itself how to tell that a container of it works
 */
public record ObservedImage(String id, boolean healthCheck) {}
