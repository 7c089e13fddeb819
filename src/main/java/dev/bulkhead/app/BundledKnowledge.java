package dev.bulkhead.app;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue and the playbooks that come with Bulkhead, read when they are first asked for. */
final class BundledKnowledge implements Supplier<CatalogueAndPlaybooks> {

    private static final Logger LOG = LoggerFactory.getLogger(BundledKnowledge.class);

    private volatile Optional<CatalogueAndPlaybooks> read = Optional.empty();

    @Override
    public CatalogueAndPlaybooks get() {
        // Read twice by two threads at once it is the same: not worth a lock.
        CatalogueAndPlaybooks known = read.orElseGet(BundledKnowledge::bundled);
        read = Optional.of(known);
        return known;
    }

    private static CatalogueAndPlaybooks bundled() {
        try {
            return CatalogueAndPlaybooks.bundled();
        } catch (MigrationException incomplete) {
            LOG.warn("Nothing is known of images and iterations: {}", incomplete.getMessage());
            return new CatalogueAndPlaybooks(Catalogue.empty(), List.of());
        }
    }
}
