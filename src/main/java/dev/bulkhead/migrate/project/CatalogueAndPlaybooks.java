package dev.bulkhead.migrate.project;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.CatalogueException;
import dev.bulkhead.catalogue.CatalogueReader;
import dev.bulkhead.migrate.iteration.FilesAsTheyAre;
import dev.bulkhead.migrate.iteration.secrets.RotateSecrets;
import dev.bulkhead.migrate.iteration.span.SpanNetwork;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PlaybookException;
import dev.bulkhead.migrate.playbook.PlaybookOrder;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * Returns the playbook of an iteration that a run can have had, also of one that is not part of the path. Where the
     * operator's file is gone since, a run can be gone back from all the same: its record holds every step.
     */
    public Playbook playbook(String id) {
        return Stream.concat(playbooks.stream(), beside())
                .filter(playbook -> playbook.answersTo(id))
                .findFirst()
                .orElseGet(() -> Playbook.gone(id));
    }

    /** Those that are no part of the path. */
    private static Stream<Playbook> beside() {
        return Stream.of(FilesAsTheyAre.described(), RotateSecrets.described(), SpanNetwork.described());
    }

    /**
     * Returns the same with the playbooks that a project's operator wrote, after those that come with Bulkhead.
     *
     * @param own by the name of the file of each
     * @throws MigrationException if one cannot stand beside the others, with the place
     */
    public CatalogueAndPlaybooks with(Map<String, Playbook> own) throws MigrationException {
        List<Playbook> taken = Stream.concat(playbooks.stream(), beside()).toList();
        try {
            PlaybookOrder.check(taken, own);
        } catch (PlaybookException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        }
        return new CatalogueAndPlaybooks(
                catalogue,
                Stream.concat(playbooks.stream(), own.values().stream()).toList());
    }

    /**
     * Returns what comes with Bulkhead, read when it is first asked for.
     *
     * @throws MigrationException if this installation is not complete
     */
    public static CatalogueAndPlaybooks bundled() throws MigrationException {
        return Bundled.READ.known().orElseThrow(() -> new MigrationException(Bundled.READ.fault()));
    }

    /**
     * What comes with Bulkhead, read once: it stays the same while the program runs, and reading is a good part of what a short
     * command does.
     *
     * @param known what was read
     * @param fault one sentence, if this installation is not complete
     */
    private record Bundled(Optional<CatalogueAndPlaybooks> known, String fault) {

        static final Bundled READ = read();

        private static Bundled read() {
            try {
                return new Bundled(
                        Optional.of(new CatalogueAndPlaybooks(
                                new CatalogueReader().readBundled(), new PlaybookReader().readBuiltIn())),
                        "");
            } catch (CatalogueException | PlaybookException e) {
                return new Bundled(Optional.empty(), String.valueOf(e.getMessage()));
            }
        }
    }
}
