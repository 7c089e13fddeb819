package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.status.ExposureChange;
import dev.bulkhead.migrate.status.LookCourse;
import dev.bulkhead.migrate.status.ProjectHealth;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.NestImages;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.RequestsMeanwhile;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * MediaNest's own playbooks on a real engine, with its real programs and somebody who asks the front door all the time: seven
 * networks, everybody into a tier with a fixed address, the two later phases, and all the way back.
 */
abstract class MediaNestVoyage {

    private static final int WITH_HEALTH_CHECK = 15;

    private static final Map<String, String> NETWORKS = Map.of(
            "medianest-public", "172.26.0.0/24 false",
            "medianest-internal", "172.25.0.0/24 true",
            "medianest-management", "10.0.1.0/24 true",
            "medianest-application", "10.0.2.0/24 true",
            "medianest-database", "10.0.3.0/24 true",
            "medianest-storage", "10.0.4.0/24 true",
            "medianest-monitoring", "10.0.5.0/24 true",
            "medianest-egress", "10.0.6.0/24 false",
            "medianest-admin", "10.0.7.0/24 false");

    private static final Map<String, String> TIERS = Map.of(
            "medianest-haproxy", "medianest-public",
            "medianest-waf", "medianest-internal medianest-public",
            "medianest-nginx", "medianest-application medianest-internal",
            "medianest-app", "medianest-application medianest-database medianest-egress medianest-storage",
            "medianest-postgres", "medianest-database",
            "medianest-redis", "medianest-database",
            "medianest-vault", "medianest-storage",
            "medianest-elasticsearch", "medianest-management",
            "medianest-alertmanager", "medianest-egress medianest-monitoring");

    private static final List<String> FRONT_DOOR = List.of("198.18.0.1 80");

    private final Map<String, RequestsMeanwhile.Count> counts = new LinkedHashMap<>();

    @Test
    void fourPhasesAreCarriedOutUnderRequestsAndAllComesBack(PrivateEngine engine) throws Exception {
        SampleStack stack = SampleStack.prepare(engine, SampleFiles.MEDIANEST);
        NestImages.provide(engine); // after the stand-ins, whose names they take
        VoyageProject project = new VoyageProject(stack);
        project.start(WITH_HEALTH_CHECK);
        expectAnswer(engine, "the start");
        SortedMap<String, String> files = project.files();
        String before = project.inspected().everything();
        Map<String, String> ids = project.inspected().ids();
        try (DockerGateway gateway = project.gateway()) {
            Migration migration = project.migration(gateway);

            apply(engine, migration, "medianest-foundation");
            apply(engine, migration, "medianest-applications");

            assertThat(project.inspected().networks()).containsAllEntriesOf(NETWORKS);
            assertThat(project.inspected().assignments()).containsAllEntriesOf(TIERS);
            assertThat(project.inspected().ids()).as("nobody was made anew").isEqualTo(ids);
            assertThat(engine.docker(
                            "inspect",
                            "-f",
                            "{{(index .NetworkSettings.Networks \"medianest-database\").IPAddress}}",
                            "medianest-postgres"))
                    .isEqualToIgnoringNewLines("10.0.3.31");
            assertThat(engine.docker("network", "inspect", "-f", "{{json .Options}}", "medianest-egress"))
                    .contains("\"com.docker.network.bridge.enable_icc\":\"false\"");
            expectTiersApart(engine);
            expectStatus(migration.report(LookCourse.SILENT));

            meanwhile(
                    engine,
                    "files as they are",
                    () -> assertDone(migration.filesAsTheyAre().apply(event -> {})));
            assertThat(project.inspected().assignments()).containsAllEntriesOf(TIERS);
            project.expectComposeContent();

            apply(engine, migration, "medianest-advanced");
            apply(engine, migration, "medianest-optimisation");
            expectTiersApart(engine);

            String first = migration.restorePoints().getLast().id();
            meanwhile(
                    engine,
                    "way back",
                    () -> assertThat(migration
                                    .rollback(Optional.of(first), event -> {})
                                    .sentence())
                            .isEqualTo("Rolled back: files and engine are as they were."));
        } finally {
            System.err.println("Requests while MediaNest moved on " + engine.release() + ": " + counts);
        }
        assertThat(project.files()).isEqualTo(files);
        assertThat(project.inspected().everything()).isEqualTo(before);
        expectCounts(engine);
    }

    private void apply(PrivateEngine engine, Migration migration, String iteration) throws Exception {
        meanwhile(
                engine, iteration, () -> assertDone(migration.session(iteration).apply(event -> {})));
    }

    private interface Phase {
        void run() throws Exception;
    }

    /** Asks the front door from the LAN while a phase runs, which leads through every tier to both stores. */
    private void meanwhile(PrivateEngine engine, String name, Phase phase) throws Exception {
        try (RequestsMeanwhile requests = RequestsMeanwhile.start(engine.enteringWorld(), FRONT_DOOR)) {
            phase.run();
            counts.put(name, requests.end());
        }
        expectAnswer(engine, name);
    }

    /** Whatever was made anew on the way, the front door leads to both stores afterwards. */
    private static void expectAnswer(PrivateEngine engine, String after) {
        Awaitility.await("an answer after " + after)
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> {
                    try (RequestsMeanwhile requests = RequestsMeanwhile.start(engine.enteringWorld(), FRONT_DOOR)) {
                        assertThat(requests.end().failed()).isZero();
                    }
                });
    }

    private void expectCounts(PrivateEngine engine) throws IOException {
        assertThat(counts.values()).allMatch(count -> count.asked() > 0);
        // nobody is touched
        assertThat(counts.get("medianest-foundation").failed()).isZero();
        int answered = counts.values().stream()
                .mapToInt(count -> count.asked() - count.failed())
                .sum();
        assertThat(Integer.parseInt(engine.docker(
                                "exec",
                                "medianest-postgres",
                                "/usr/lib/postgresql/15/bin/psql",
                                "-U",
                                "medianest",
                                "-d",
                                "medianest",
                                "-Atc",
                                "SELECT count(*) FROM requests")
                        .strip()))
                .as("what was answered was written down, and all of it is still there")
                .isGreaterThanOrEqualTo(answered);
    }

    /** What the status says of it, each figure as it was measured on this engine. */
    private static void expectStatus(StatusReport report) {
        ProjectHealth health = report.health().value().orElseThrow();
        assertThat(List.of(health.running(), health.healthy(), health.all()))
                .isEqualTo(List.of(17, WITH_HEALTH_CHECK, 17));
        assertThat(health.networks().names()).isEqualTo(new TreeSet<>(NETWORKS.keySet()));
        assertThat(health.networks().segmented()).isEqualTo(7);
        assertThat(health.networks().internal()).isEqualTo(6);
        assertThat(report.resources().value().orElseThrow().memoryUsed()).isPositive();
        ExposureChange exposure = report.exposure().value().orElseThrow();
        // 20.10 publishes for the host what leaves one internal network for another (docker-facts.md)
        assertThat(exposure.now().ports())
                .containsAll(exposure.before().value().orElseThrow().ports());
        assertThat(beyondTheHost(exposure.now()))
                .isEqualTo(beyondTheHost(exposure.before().value().orElseThrow()))
                .isNotEmpty();
        assertThat(report.pending()).as("who joined as it ran").isNotEmpty();
        assertThat(report.path().records().openRun()).isEmpty();
    }

    private static List<ExposureChange.OpenPort> beyondTheHost(ExposureChange.OpenPorts open) {
        return open.ports().stream().filter(port -> !port.hostOnly()).toList();
    }

    /** Packets from tier to tier where nothing may be reached, and one that has to arrive. */
    private static void expectTiersApart(PrivateEngine engine) throws IOException {
        assertThat(connects(engine, "medianest-app", "10.0.3.31 5432")).isTrue();
        assertThat(connects(engine, "medianest-haproxy", "10.0.3.31 5432")).isFalse();
        assertThat(connects(engine, "medianest-waf", "10.0.3.30 6379")).isFalse();
        assertThat(connects(engine, "medianest-nginx", "10.0.3.31 5432")).isFalse();
        assertThat(connects(engine, "medianest-postgres", "10.0.4.60 8200")).isFalse();
        assertThat(connects(engine, "medianest-grafana", "10.0.3.31 5432")).isFalse();
    }

    private static boolean connects(PrivateEngine engine, String container, String to) throws IOException {
        List<String> command = new ArrayList<>(engine.enteringNetworkOf(container));
        command.addAll(List.of("busybox", "sh", "-c", "busybox nc -w 2 " + to + " </dev/null"));
        return Commands.run(Map.of(), Path.of("/"), command).exitCode() == 0;
    }

    private static void assertDone(RunOutcome outcome) {
        assertThat(outcome.sentence())
                .as(outcome.report()
                        .map(report -> report.result().checks().stream()
                                .filter(check -> check.status() == CheckStatus.FAILED)
                                .toList()
                                .toString())
                        .orElse(""))
                .isEqualTo("Done and verified.");
    }
}
