package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.review.Review;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 8 as it is planned after iteration 1: what it replaces, what it leaves alone, what it refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetirementPlanTest {

    private final PracticeMediaServer server;

    RetirementPlanTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent);
        server.migration.session("1").apply(event -> {});
        server.migration.filesAsTheyAre().apply(event -> {});
    }

    private Review review() throws Exception {
        return server.migration.session("8").review();
    }

    @Test
    void whatOnlyTheOldNetworkCarriesIsReplacedFirst() throws Exception {
        try (InputStream expected = RetirementTest.class.getResourceAsStream("/migrate/retire-legacy.plan.txt")) {
            assertThat(review().plan().text()).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void nothingThatHasToHoldBreaksOnTheWayOrAtItsEnd() throws Exception {
        assertThat(review().effect().outages()).isEmpty();
    }

    @Test
    void onlyWhoseSettingsChangeIsRecreated() throws Exception {
        assertThat(review().plan().steps())
                .extracting(PlanStep::operation)
                .filteredOn(operation -> operation instanceof Operation.RecreateServices)
                .flatExtracting(Operation::services)
                .containsExactly("traefik", "bazarr", "alertmanager", "cadvisor", "dozzle");
    }

    @Test
    void aServiceLeftWithoutAnyNetworkIsRefused() throws Exception {
        MigrationSession session = server.migration.session("8");
        session.answer(session.answers().withTiers("cadvisor", List.of()));

        assertThatThrownBy(session::review)
                .isInstanceOf(MigrationException.class)
                .hasMessage("Service cadvisor would stand on no network without media-network;"
                        + " give it one in the answers.");
    }

    @Test
    void aPortThatTheEngineWouldCloseIsNamed() throws Exception {
        MigrationSession session = server.migration.session("8");
        session.answer(session.answers().withTiers("bazarr", List.of("backend-net")));

        assertThatThrownBy(session::review)
                .hasMessage(
                        "Service bazarr would stand on internal networks alone without media-network, and the engine"
                                + " closes its port 6767:6767; give it a network with a way out in the answers, or take the"
                                + " port away first.");
    }

    /** Two tiers of the operator's own are no old network and its successor. */
    @Test
    void withoutANetworkThatAnIterationMadeNothingIsTakenForTheOldOne(@TempDir Path directory) throws Exception {
        MigrationSession session =
                PracticeProject.of(directory, """
            name: vote
            services:
              vote: {image: example/vote, networks: [front, back]}
              db: {image: "postgres:17", networks: [back]}
            networks: {front: {}, back: {}}
            """).migration().session("8");

        assertThatThrownBy(session::review)
                .isInstanceOf(MigrationException.class)
                .hasMessage("No network of the project was made by an iteration, so none of them is an old one that"
                        + " others have replaced; apply iteration 1 first, or answer 'network' with the network that"
                        + " has to go.");
    }
}
