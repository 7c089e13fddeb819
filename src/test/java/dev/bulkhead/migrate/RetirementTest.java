package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.effect.Outage;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.reach.diff.ChangeGroup;
import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Service;
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
    void aFlowThatWouldHaveNoWayLeftIsRefusedUntilTheOperatorGivesItUpByName(@TempDir Path directory) throws Exception {
        PracticeProject project = PracticeProject.of(directory, """
            name: home
            services:
              sonarr: {image: "lscr.io/linuxserver/sonarr:4.0"}
              prowlarr: {image: "lscr.io/linuxserver/prowlarr:1"}
            """);
        project.migration().session("1").apply(event -> {});
        project.migration().filesAsTheyAre().apply(event -> {});
        MigrationSession session = project.migration().session("8");
        session.answer(session.answers().withTiers("sonarr", List.of("backend-net")));
        List<String> given =
                session.review().effect().outages().stream().map(Outage::what).toList();
        assertThat(given).containsExactly("sonarr -> internet");
        assertThatThrownBy(() -> session.apply(event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith(
                        "The plan breaks what has to hold: 'sonarr -> internet' does not hold from step ");
        assertThat(project.engine().observe().network("home_default")).isPresent();
        session.accept(given);

        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");

        assertThat(project.engine()
                        .observe()
                        .containers("home", "sonarr")
                        .getFirst()
                        .endpoints())
                .extracting(ObservedEndpoint::network)
                .containsExactly("backend-net");
    }

    /** Where only one may reach another, the two get a network of their own, and it has no way out. */
    @Test
    void whoAloneMayReachAServiceMeetsItAlone(@TempDir Path directory) throws Exception {
        SampleFiles.copyTree(Path.of("assets", "samples", "medianest"), directory);
        PracticeProject project = new PracticeProject(directory);
        project.migration().session("1").apply(event -> {});
        project.migration().filesAsTheyAre().apply(event -> {});

        Review review = project.migration().session("8").review();

        assertThat(review.after().service("vault").orElseThrow().attachments())
                .extracting(Attachment::network)
                .containsExactly("vault-net");
        assertThat(review.after().members("vault-net")).extracting(Service::key).containsExactly("medianest", "vault");
        assertThat(review.after().network("vault-net").orElseThrow().internal()).isTrue();
        assertThat(review.effect().reach().groups())
                .extracting(ChangeGroup::kind)
                .containsOnly(ReachChange.Kind.CLOSES);
    }

    /** What software of this kind usually asks for is no need where the operator says that it is kept out. */
    @Test
    void noNetworkIsMadeForAUsualFlowThatARuleKeepsOut(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("bulkhead.yml"), """
            version: 1
            rules:
              - only: crewai -> qdrant
            """);
        PracticeProject project = PracticeProject.of(directory, """
            name: ai
            services:
              open-webui: {image: "ghcr.io/open-webui/open-webui:main", ports: ["3001:8080"]}
              crewai: {image: "example/crewai:1", environment: {QDRANT_URL: "http://qdrant:6333"}}
              qdrant: {image: "qdrant/qdrant:v1.15.1"}
            """);
        project.migration().session("1").apply(event -> {});
        project.migration().filesAsTheyAre().apply(event -> {});

        MigrationSession session = project.migration().session("8");

        assertThat(session.review().after().networks().keySet())
                .containsExactlyInAnyOrder("backend-net", "backend-out", "data-net", "frontend-net", "frontend-out");
        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
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
