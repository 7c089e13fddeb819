package dev.bulkhead.migrate.project;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.CatalogueException;
import dev.bulkhead.catalogue.CatalogueReader;
import dev.bulkhead.migrate.iteration.FilesAsTheyAre;
import dev.bulkhead.migrate.iteration.secrets.RotateSecrets;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PlaybookException;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import java.util.List;
import java.util.stream.Stream;

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
     * Returns the playbook of an iteration that a run can have had, also of one that is not part of the path.
     *
     * @throws MigrationException if there is none
     */
    public Playbook playbook(String id) throws MigrationException {
        return Stream.concat(playbooks.stream(), Stream.of(FilesAsTheyAre.described(), RotateSecrets.described()))
                .filter(playbook -> playbook.answersTo(id))
                .findFirst()
                .orElseThrow(() -> new MigrationException("There is no iteration '" + id + "'."));
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
