package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.EndpointSpec;
import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.restore.NormalisedState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 8 on the practice engine: the old network goes after iteration 1, and comes back. */
class RetirementTest {

    private final PracticeMediaServer server;

    RetirementTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent);
        assertThat(server.migration.session("1").apply(event -> {}).exitCode()).isZero();
    }

    private Review review() throws Exception {
        return server.migration.session("8").review();
    }

    @Test
    void whatOnlyTheOldNetworkCarriesIsReplacedFirst() throws Exception {
        assertThat(review().plan().text()).isEqualTo("""
                Plan
                """);
    }

    @Test
    void nothingThatHasToHoldBreaksOnTheWayOrAtItsEnd() throws Exception {
        assertThat(review().passage().outages()).isEmpty();
    }

    @Test
    void theOldNetworkIsGoneFromFilesAndEngineAndNothingIsLost() throws Exception {
        RunOutcome outcome = server.migration.session("retire-legacy").apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(server.engine.observe().network("media-network")).isEmpty();
        assertThat(server.files().values()).noneMatch(text -> text.contains("- media-network"));
        assertThat(server.assignments())
                .containsEntry("traefik", "backend-net dmz-net download-net frontend-net mgmt-net security-net")
                .containsEntry("jellyfin", "frontend-net frontend-out")
                .containsEntry("bazarr", "backend-net backend-out")
                .containsEntry("sonarr", "backend-net download-net")
                .containsEntry("autoheal", "download-net mgmt-net");
    }

    @Test
    void goingBackBringsItBackWithEveryMembership() throws Exception {
        NormalisedState before = server.engineState();
        Map<String, String> files = server.files();
        server.migration.session("8").apply(event -> {});

        RunOutcome back = server.migration.rollback(Optional.empty(), event -> {});

        assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(before.differencesTo(server.engineState())).isEmpty();
        assertThat(server.files()).isEqualTo(files);
    }

    @Test
    void onlyWhoseSettingsChangeIsRecreated() throws Exception {
        assertThat(review().plan().steps())
                .extracting(PlanStep::operation)
                .filteredOn(operation -> operation instanceof Operation.RecreateServices)
                .flatExtracting(Operation::services)
                .containsExactlyInAnyOrder(
                        "traefik");
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
    void aFlowThatWouldHaveNoWayLeftIsRefused() throws Exception {
        MigrationSession session = server.migration.session("8");
        session.answer(session.answers().withTiers("jellyfin", List.of("frontend-net")));

        assertThatThrownBy(() -> session.apply(event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("The plan breaks what has to hold: 'must: jellyfin -> internet' does not hold"
                        + " from step ");
        assertThat(server.engine.observe().network("media-network")).isPresent();
    }

    @Test
    void aForeignContainerOnTheNetworkIsNamed() throws Exception {
        server.engine.createForeign("backup");
        server.engine.connect("media-network", "backup", EndpointSpec.PLAIN);

        assertThatThrownBy(this::review)
                .isInstanceOf(MigrationException.class)
                .hasMessage("Network media-network cannot be removed: backup is still on it; take it off first.");
        assertThat(Files.exists(server.directory.resolve("docker-compose.yml"))).isTrue();
    }
}
