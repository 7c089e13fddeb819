package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.practice.PracticeCall;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.status.LookCourse;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.status.sheet.StatusPage;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.SourceMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

    private final PracticeMediaServer server;
    private final PracticeEngine engine;
    private final Migration migration;

    MigrationTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent);
        engine = server.engine;
        migration = server.migration;
    }

    private static List<String> worseThanInfo(CheckInput input) throws Exception {
        CheckInput complete =
                input.withCatalogue(CatalogueAndPlaybooks.bundled().catalogue());
        return Checks.run(complete).stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                // what the sample publishes is for iteration 2
                .filter(finding -> !finding.rule().equals("published-port"))
                .map(Finding::toString)
                .toList();
    }

    private RunOutcome apply() throws Exception {
        MigrationSession session = migration.session("foundation");
        session.answer(session.answers().withValue("apply", "recreate"));
        return session.apply(event -> {});
    }

    @Test
    void lookingAskingAndPlanningWriteNothing() throws Exception {
        Map<String, String> before = server.files();
        MigrationSession session = migration.session("1");

        session.preflight();
        session.questions();
        session.review();
        migration.report(LookCourse.SILENT);

        assertThat(server.files()).isEqualTo(before);
        assertThat(Files.exists(server.directory.resolve(".bulkhead"))).isFalse();
    }

    @Test
    void theFoundationLeadsToNoNewErrorOrWarning() throws Exception {
        Review review = migration.session("1").review();

        assertThat(worseThanInfo(CheckInput.of(review.before(), SourceMap.EMPTY)))
                .isEmpty();
        assertThat(worseThanInfo(CheckInput.of(review.planned(), SourceMap.EMPTY)))
                .isEmpty();
        assertThat(worseThanInfo(CheckInput.of(review.patch().after()))).isEmpty();
    }

    @Test
    void theFoundationLabelsWhatTraefikWouldOtherwiseMiss() throws Exception {
        Path traefik = server.directory.resolve("traefik/docker-compose.yml");
        String text = Files.readString(traefik);
        Files.writeString(traefik, text.replaceFirst("(?m)^.*--providers\\.docker\\.network=.*\\R", ""));

        Review review = migration.session("1").review();

        assertThat(review.plan().toString()).contains("traefik.docker.network");
        assertThat(worseThanInfo(CheckInput.of(review.patch().after()))).isEmpty();
    }

    @Test
    void everyItemOfThePreflightHoldsForAHealthyProject() throws Exception {
        assertThat(migration.session("1").preflight())
                .extracting(item -> item.id() + " " + item.status())
                .containsExactly(
                        "engine-reachable PASSED",
                        "compose-present PASSED",
                        "files-readable PASSED",
                        "services-ready PASSED",
                        "files-saved PASSED",
                        "disk-writable PASSED",
                        "no-open-run PASSED",
                        "plan-possible PASSED");
    }

    @Test
    void anUnhealthyServiceAndUnsavedEditsBlockWithTheFix() throws Exception {
        engine.setHealthy("sonarr", false);
        server.unsaved = true;
        MigrationSession session = migration.session("1");

        assertThat(session.preflight())
                .filteredOn(PreflightItem::blocks)
                .extracting(item -> item.seen() + " " + item.fix().orElse(""))
                .containsExactly(
                        "sonarr is running, unhealthy. Run docker compose up -d and look at docker compose logs of"
                                + " those services.",
                        "There are edits that are not on disk. Save or discard them.");
        assertThatThrownBy(() -> session.apply(event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("Nothing was started. sonarr is running, unhealthy. Run docker compose up -d");
    }

    @Test
    void theReviewShowsTheFilesOfTheSeed() throws Exception {
        Review review = migration.session("1").review();

        assertThat(review.facts().files())
                .containsOnlyKeys(
                        "cloudflared/docker-compose.yml",
                        "docker-compose.yml",
                        "dozzle/docker-compose.yml",
                        "jellyfin/docker-compose.yml",
                        "jellyseerr/docker-compose.yml",
                        "monitoring/docker-compose.yml",
                        "networks.yml",
                        "qbittorrent/docker-compose.yml",
                        "servarr/docker-compose.yml",
                        "traefik/docker-compose.yml",
                        "web-ui/docker-compose.yml")
                .containsEntry("networks.yml", "Created with 6 network definitions")
                .containsEntry(
                        "qbittorrent/docker-compose.yml",
                        "Added autoheal: mgmt-net; gluetun: download-net, FIREWALL_OUTBOUND_SUBNETS");
        assertThat(review.planned().network("frontend-net").orElseThrow().internal())
                .isTrue();
    }

    @Test
    void applyEndsWithTheSeedsAssignmentsAndNothingLost() throws Exception {
        RunOutcome outcome = apply();

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.report().orElseThrow().end().assignments())
                .containsEntry(
                        "traefik", List.of("media-network", "dmz-net", "frontend-net", "backend-net", "security-net"))
                .containsEntry("cloudflared", List.of("media-network", "dmz-net"))
                .containsEntry("jellyfin", List.of("media-network", "frontend-net"))
                .containsEntry("jellyseerr", List.of("media-network", "frontend-net", "backend-net"))
                .containsEntry("web-ui", List.of("media-network", "frontend-net"))
                .containsEntry("sonarr", List.of("media-network", "backend-net", "download-net"))
                .containsEntry("radarr", List.of("media-network", "backend-net", "download-net"))
                .containsEntry("prowlarr", List.of("media-network", "backend-net", "download-net"))
                .containsEntry("bazarr", List.of("media-network", "backend-net"))
                .containsEntry("gluetun", List.of("media-network", "download-net"))
                .containsEntry("autoheal", List.of("media-network", "mgmt-net"))
                .containsEntry(
                        "prometheus",
                        List.of("media-network", "frontend-net", "backend-net", "download-net", "mgmt-net"))
                .containsEntry("grafana", List.of("media-network", "frontend-net", "mgmt-net"))
                .containsEntry("cadvisor", List.of("media-network", "mgmt-net"))
                .containsEntry("node-exporter", List.of("media-network", "mgmt-net"))
                .containsEntry("alertmanager", List.of("media-network", "mgmt-net"))
                .containsEntry("dozzle", List.of("media-network", "mgmt-net"))
                .hasSize(17);
        assertThat(outcome.report().orElseThrow().result().checks())
                .filteredOn(check -> check.status() != CheckStatus.PASSED)
                // what the sample's rules forbid is a goal until the flat network is retired
                .isEmpty();
    }

    @Test
    void applyTwiceFindsNothingLeftToDo() throws Exception {
        apply();
        Map<String, String> after = server.files();

        assertThat(migration.session("1").review().plan().isEmpty()).isTrue();
        assertThat(server.files()).isEqualTo(after);
    }

    @Test
    void rollbackPutsFilesAndEngineBack() throws Exception {
        Map<String, String> files = server.files();
        NormalisedState before = server.engineState();
        apply();

        RunOutcome outcome = migration.rollback(Optional.empty(), event -> {});

        assertThat(outcome.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(outcome.rollbackExitCode()).isZero();
        assertThat(server.files()).isEqualTo(files);
        assertThat(before.differencesTo(server.engineState())).isEmpty();
    }

    @Test
    void aFailureInTheMiddleIsRolledBackByItself() throws Exception {
        Map<String, String> files = server.files();
        NormalisedState before = server.engineState();
        engine.faults().failNext(PracticeCall.UP, "sonarr", "No space left on device.");

        RunOutcome outcome = apply();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.sentence())
                .isEqualTo(
                        "Rolled back: files and engine are as they were. Step 14 (sonarr) failed: No space left on device.");
        assertThat(server.files()).isEqualTo(files);
        assertThat(before.differencesTo(server.engineState())).isEmpty();
    }

    @Test
    void statusKnowsWhatIsCompleteAndWhatIsNextAlsoAfterARollback() throws Exception {
        assertThat(standings()).startsWith("1 NEXT", "2 PENDING");
        apply();
        assertThat(standings()).startsWith("1 COMPLETE", "2 NEXT", "3 PENDING");
        migration.rollback(Optional.empty(), event -> {});
        assertThat(standings()).startsWith("1 NEXT", "2 PENDING");
    }

    private List<String> standings() throws Exception {
        return migration.status().iterations().stream()
                .map(i -> i.playbook().id() + " " + i.standing())
                .toList();
    }

    @Test
    void statusWithoutAnEngineSaysSo() throws Exception {
        engine.goAway("The engine is gone.");

        StatusReport report = migration.report(LookCourse.SILENT);

        assertThat(report.health().value()).isEmpty();
        assertThat(report.health().why()).isEqualTo("The engine is gone.");
        assertThat(StatusPage.write(report)).contains("❌ No engine answers: The engine is gone.");
    }

    @Test
    void anUnknownIterationIsRefusedWithThoseThatExist() {
        assertThatThrownBy(() -> migration.session("firewall"))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("There is no iteration 'firewall'; known are 1 (foundation), 2 (ports)");
    }

    @Test
    void rollbackWithoutARestorePointSaysSo() {
        assertThatThrownBy(() -> migration.rollback(Optional.empty(), event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessageEndingWith("; nothing has been applied.");
    }

    /** No file says it, so a container made from the files would not have it (Dokploy/dokploy#3313). */
    @Test
    void whatWasAttachedByHandIsAttachedAgainWhereContainersAreMadeAnew() throws Exception {
        engine.createNetwork(new NetworkSpec("by-hand", NetworkOptions.defaults(), List.of()));
        engine.connect("by-hand", "sonarr", EndpointSpec.PLAIN);
        MigrationSession session = migration.session("1");
        session.answer(session.answers().withValue("apply", "recreate"));

        assertThat(session.preflight())
                .filteredOn(item -> item.id().equals("attached:sonarr/by-hand"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.status()).isEqualTo(CheckStatus.WARNING);
                    assertThat(item.fix().orElseThrow())
                            .isEqualTo("Say it in the files: bulkhead edit PATH --add-network by-hand,external"
                                    + " --attach sonarr=by-hand --write.");
                });
        assertThat(session.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        assertThat(server.assignments().get("sonarr")).contains("by-hand");
    }

    @Test
    void anImageThatWasPulledSinceIsNamedAndGoneBackFrom() throws Exception {
        NormalisedState before = server.engineState();
        String image =
                engine.observe().containers("mediaserver", "sonarr").getFirst().image();
        engine.pull(image, line -> {});
        MigrationSession session = migration.session("1");
        session.answer(session.answers().withValue("apply", "recreate"));

        assertThatThrownBy(() -> session.apply(event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith(
                        "Nothing was started. Container sonarr of service sonarr runs an older image than")
                .hasMessageEndingWith("or accept it by name: --accept pending:sonarr.");
        session.accept(List.of("pending:sonarr"));
        assertThat(session.apply(event -> {}).state()).isEqualTo(RunState.SUCCEEDED);

        assertThat(migration.rollback(Optional.empty(), event -> {}).state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(before.differencesTo(server.engineState())).isEmpty();
    }
}
