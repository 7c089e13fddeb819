package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.NormalisedState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 8 carried out on the practice engine: the old network goes after iteration 1, and comes back. */
class RetirementTest {

    private final PracticeMediaServer server;

    RetirementTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent);
        server.migration.session("1").apply(event -> {});
        server.migration.filesAsTheyAre().apply(event -> {});
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
                .containsEntry("autoheal", "mgmt-net");
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
    void aNameThatTheOldNetworkGaveGoesAlong() throws Exception {
        server.migration.session("8").apply(event -> {});

        assertThat(server.engine
                        .observe()
                        .containers("mediaserver", "jellyfin")
                        .getFirst()
                        .endpoint("frontend-net")
                        .orElseThrow()
                        .aliases())
                .contains("media");
    }

    @Test
    void aForeignContainerOnTheNetworkIsNamed() throws Exception {
        Path other = Files.createDirectory(server.directory.resolveSibling("other"));
        Files.writeString(other.resolve("compose.yaml"), """
                services:
                  backup:
                    image: busybox
                    container_name: backup
                    networks: [media-network]
                networks:
                  media-network: {external: true}
                """);
        server.engine.up(
                new ComposeLoader(new DiskFileTree())
                        .load(ComposeRequest.of(other))
                        .topology(),
                List.of("backup"),
                line -> {});

        assertThatThrownBy(() -> server.migration.session("8").review())
                .isInstanceOf(MigrationException.class)
                .hasMessage("Network media-network cannot be removed: backup is still on it; take it off first.");
    }
}
