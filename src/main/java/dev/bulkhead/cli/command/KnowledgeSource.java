package dev.bulkhead.cli;

import dev.bulkhead.migrate.Knowledge;
import dev.bulkhead.migrate.MigrationException;

/** Gives commands what Bulkhead knows of images and iterations; asked only where needed, for reading it takes its time. */
@FunctionalInterface
public interface KnowledgeSource {

    /**
     * Returns what is known.
     *
     * @throws MigrationException if this installation is not complete
     */
    Knowledge read() throws MigrationException;
}
