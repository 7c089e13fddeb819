package dev.bulkhead.migrate;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.CatalogueException;
import dev.bulkhead.catalogue.CatalogueReader;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PlaybookException;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import java.util.List;

/**
 * Catalogue of images and playbooks of iterations, known before a project is looked at.
 *
 * @param catalogue what is known of images
 * @param playbooks the iterations, in the order of the path
 */
public record CatalogueAndPlaybooks(Catalogue catalogue, List<Playbook> playbooks) {

    public CatalogueAndPlaybooks {
        playbooks = List.copyOf(playbooks);
    }

    /**
     * Returns what comes with Bulkhead.
     *
     * @throws MigrationException if this installation is not complete
     */
    public static CatalogueAndPlaybooks bundled() throws MigrationException {
        try {
            return new CatalogueAndPlaybooks(new CatalogueReader().readBundled(), new PlaybookReader().readBuiltIn());
        } catch (CatalogueException | PlaybookException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
    }
}
