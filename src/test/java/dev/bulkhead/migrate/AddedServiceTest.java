package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.status.ProjectStatus;
import dev.bulkhead.migrate.status.ProjectStatus.IterationStatus;
import dev.bulkhead.migrate.verify.PreflightItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iterations out of their order, one of them left out, and again once somebody came whom the project did not have. */
class AddedServiceTest {

    private static final String CAME = """
              readarr:
                image: lscr.io/linuxserver/readarr:develop
                ports: ["8787:8787"]
                depends_on: [booksdb]

              booksdb:
                image: postgres:16
                environment:
                  POSTGRES_PASSWORD: hunter2hunter2

            """;

    private final PracticeMediaServer server;

    AddedServiceTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent);
    }

    private MigrationSession session(String iteration) throws Exception {
        MigrationSession session = server.migration.session(iteration);
        session.accept(session.preflight().stream()
                .filter(PreflightItem::acceptable)
                .map(PreflightItem::id)
                .toList());
        return session;
    }

    private void make(String iteration) throws Exception {
        assertThat(session(iteration).apply(event -> {}).sentence())
                .as("iteration " + iteration)
                .isEqualTo("Done and verified.");
    }

    private void come() throws Exception {
        Path file = server.directory.resolve("servarr/docker-compose.yml");
        String text = Files.readString(file);
        int before = text.indexOf("  # ---- movies");
        assertThat(before).isPositive();
        Files.writeString(file, text.substring(0, before) + CAME + text.substring(before));
        server.engine.up(
                new ComposeLoader(new DiskFileTree())
                        .load(ComposeRequest.of(server.directory))
                        .topology(),
                List.of("booksdb", "readarr"),
                line -> {});
    }

    /** Returns who is changed; whoever is only waited for is not. */
    private static Set<String> changed(MigrationSession session) throws Exception {
        Set<String> changed = new TreeSet<>();
        session.review().plan().steps().stream()
                .map(PlanStep::operation)
                .filter(operation -> !(operation instanceof Operation.WaitReady))
                .forEach(operation -> changed.addAll(operation.services()));
        return changed;
    }

    private Map<String, String> networks(String... services) throws Exception {
        Map<String, String> networks = new TreeMap<>();
        for (ObservedContainer container : server.engine.observe().containers()) {
            container
                    .service()
                    .filter(List.of(services)::contains)
                    .ifPresent(service -> networks.put(
                            service,
                            String.join(
                                    " ",
                                    container.endpoints().stream()
                                            .map(ObservedEndpoint::network)
                                            .toList())));
        }
        return networks;
    }

    /** The project is segmented by then, and nobody but those who came is proposed another place. */
    @Test
    void whoCameAfterTheOldNetworkWentIsPlacedByTheSameProposals() throws Exception {
        make("1");
        make("8");
        assertThat(session("1").review().plan().isEmpty()).isTrue();
        come();

        assertThat(changed(session("1"))).containsExactly("booksdb", "readarr");
        make("1");
        assertThat(networks("booksdb", "readarr"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "booksdb", "data-net mediaserver_default",
                        "readarr", "backend-net data-net mediaserver_default"));

        assertThat(session("1").review().plan().isEmpty()).isTrue();
        make("8");
        assertThat(networks("booksdb", "readarr"))
                .allSatisfy((service, joined) -> assertThat(joined).doesNotContain("default"));
    }

    @Test
    void whatIsDoneBeforeItsTurnAndWhatIsLeftOutKeepTheOthersPossible() throws Exception {
        Path rules = server.directory.resolve("bulkhead.yml");
        Files.writeString(rules, Files.readString(rules) + "\nskip: [\"2\"]\n");
        for (String iteration : List.of("7", "5", "1")) {
            make(iteration);
        }

        List<IterationStatus> stand = server.migration.status().iterations();
        assertThat(stand)
                .filteredOn(one -> one.standing() == ProjectStatus.Standing.COMPLETE)
                .extracting(one -> one.playbook().id())
                .containsExactly("1", "5", "7");
        assertThat(stand)
                .filteredOn(one -> one.standing() == ProjectStatus.Standing.NEXT)
                .extracting(one -> one.playbook().id())
                .containsExactly("4");
        assertThat(stand)
                .filteredOn(one -> one.playbook().id().equals("3"))
                .allSatisfy(one -> assertThat(one.waitsFor()).containsExactly("2"));
        assertThat(server.migration.session("3").preflight())
                .filteredOn(item -> item.id().equals("requires-2"))
                .extracting(PreflightItem::seen)
                .containsExactly("No run of iteration 2 has been applied, or it was rolled back.");
        // what was left out can be carried out all the same
        make("2");
    }

    @Test
    void theOrderOfTheirNumbersIsNoneOfTheirRequirements() throws Exception {
        assertThat(CatalogueAndPlaybooks.bundled().playbooks().stream()
                        .filter(playbook -> playbook.requires().isEmpty())
                        .map(playbook -> playbook.id()))
                .containsExactly("1", "5", "7");
    }
}
