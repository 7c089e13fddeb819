package dev.bulkhead.migrate;

import dev.bulkhead.migrate.live.InNoTime;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;

/** Migrations as each new process of the program has them. */
public final class Processes {

    private Processes() {}

    /** Returns migrations for which waiting takes no time. */
    public static Migration inNoTime(MigrationContext context, CatalogueAndPlaybooks known) throws MigrationException {
        return new Migration(context, known, new InNoTime());
    }
}
