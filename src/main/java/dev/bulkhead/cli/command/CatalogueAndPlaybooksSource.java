package dev.bulkhead.cli.command;

import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationException;

/** Reader of what Bulkhead knows of images and iterations; asked only where needed, for reading takes its time. */
@FunctionalInterface
public interface CatalogueAndPlaybooksSource {

    /**
     * Returns what is known.
     *
     * @throws MigrationException if this installation is not complete
     */
    CatalogueAndPlaybooks read() throws MigrationException;
}
