package dev.bulkhead.migrate.iteration.evidence;

/**
 * Service that a manager of containers looks after because of a label.
 *
 * @param watcher the manager, which names the label in a variable
 * @param watched the service that carries it
 * @param label the label's key
 */
public record Watched(String watcher, String watched, String label) {}
