package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.testing.InspectedEngine;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The whole voyage on a real engine: the media server comes up flat, is segmented, and is put back. */
abstract class MediaServerVoyage {

    private static final int WITH_HEALTH_CHECK = 17;

    private static final Map<String, String> SEED_NETWORKS = Map.of(
            "dmz-net", "172.20.0.0/24 false",
            "frontend-net", "172.20.1.0/24 true",
            "backend-net", "172.20.2.0/24 true",
            "download-net", "172.20.3.0/24 false",
            "mgmt-net", "172.20.4.0/24 true",
            "security-net", "172.20.5.0/24 false");

    private static final Map<String, String> SEED_ASSIGNMENTS = Map.ofEntries(
            Map.entry("traefik", "backend-net dmz-net frontend-net media-network security-net"),
            Map.entry("cloudflared", "dmz-net media-network"),
            Map.entry("jellyfin", "frontend-net media-network"),
            Map.entry("jellyseerr", "backend-net frontend-net media-network"),
            Map.entry("web-ui", "frontend-net media-network"),
            Map.entry("sonarr", "backend-net download-net media-network"),
            Map.entry("radarr", "backend-net download-net media-network"),
            Map.entry("prowlarr", "backend-net download-net media-network"),
            Map.entry("bazarr", "backend-net media-network"),
            Map.entry("gluetun", "download-net media-network"),
            Map.entry("qbittorrent", ""),
            Map.entry("autoheal", "media-network mgmt-net"),
            Map.entry("prometheus", "backend-net download-net frontend-net media-network mgmt-net"),
            Map.entry("grafana", "frontend-net media-network mgmt-net"),
            Map.entry("cadvisor", "media-network mgmt-net"),
            Map.entry("node-exporter", "media-network mgmt-net"),
            Map.entry("alertmanager", "media-network mgmt-net"),
            Map.entry("dozzle", "media-network mgmt-net"),
            Map.entry("fail2ban", "host"));

    @Test
    void iterationOneIsAppliedVerifiedAndRolledBackWithoutATrace(PrivateEngine engine) throws Exception {
        VoyageProject project = new VoyageProject(SampleStack.prepare(engine, SampleFiles.MEDIASERVER));
        InspectedEngine inspected = project.inspected();
        project.start(WITH_HEALTH_CHECK);
        SortedMap<String, String> files = project.files();
        SortedMap<String, String> dependencies = inspected.dependencies();
        String before = inspected.everything();

        try (DockerGateway gateway = project.gateway()) {
            Migration migration = project.migration(gateway);
            MigrationSession session = migration.session("foundation");
            session.answer(session.answers().withValue("apply", "recreate"));
            assertThat(session.preflight())
                    .allSatisfy(item -> assertThat(item.status())
                            .as(item.title() + ": " + item.seen())
                            .isEqualTo(CheckStatus.PASSED));

            RunOutcome outcome = session.apply(event -> {});

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(inspected.networks()).containsAllEntriesOf(SEED_NETWORKS);
            assertThat(inspected.assignments()).isEqualTo(new TreeMap<>(SEED_ASSIGNMENTS));
            assertThat(inspected.healthy()).isEqualTo(WITH_HEALTH_CHECK);
            assertThat(inspected.dependencies())
                    .as("what Compose noted of dependencies")
                    .isEqualTo(dependencies);
            assertProven(outcome.report().orElseThrow().result().checks());
            project.expectComposeContent();

            RunOutcome back = migration.rollback(Optional.empty(), event -> {});

            assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        }
        assertThat(project.files()).isEqualTo(files);
        assertThat(inspected.everything()).isEqualTo(before);
        project.expectComposeContent();
    }

    private static void assertProven(List<CheckResult> checks) {
        assertThat(checks)
                .filteredOn(
                        check -> check.group() == CheckResult.Group.FLOWS || check.group() == CheckResult.Group.ROUTES)
                .filteredOn(check -> check.status() == CheckStatus.PASSED)
                .hasSizeGreaterThan(40);
        assertThat(checks)
                .filteredOn(check -> check.status() == CheckStatus.FAILED)
                .isEmpty();
    }
}
