package dev.bulkhead.app;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue that comes with Bulkhead, read when it is first asked for. */
final class BundledCatalogue implements Supplier<Catalogue> {

    private static final Logger LOG = LoggerFactory.getLogger(BundledCatalogue.class);

    private volatile Optional<Catalogue> read = Optional.empty();

    @Override
    public Catalogue get() {
        // Read twice by two threads at once it is the same: not worth a lock.
        Catalogue catalogue = read.orElseGet(BundledCatalogue::bundled);
        read = Optional.of(catalogue);
        return catalogue;
    }

    private static Catalogue bundled() {
        try {
            return CatalogueAndPlaybooks.bundled().catalogue();
        } catch (MigrationException incomplete) {
            LOG.warn("Nothing is known of images: {}", incomplete.getMessage());
            return Catalogue.empty();
        }
    }
}
