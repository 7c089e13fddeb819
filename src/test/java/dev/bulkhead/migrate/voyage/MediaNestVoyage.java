package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** MediaNest's own playbooks on a real engine: seven networks, everybody into a tier with a fixed address, and all the way back. */
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

    @Test
    void everybodyStandsInItsTierTheFrontDoorAnswersAndAllComesBack(PrivateEngine engine) throws Exception {
        VoyageProject project = new VoyageProject(SampleStack.prepare(engine, SampleFiles.MEDIANEST));
        project.start(WITH_HEALTH_CHECK);
        Path compose = project.stack().directory().resolve("compose.yaml");
        String text = Files.readString(compose);
        String before = project.inspected().everything();
        Map<String, String> ids = project.inspected().ids();
        try (DockerGateway gateway = project.gateway()) {
            Migration migration = project.migration(gateway);

            assertDone(migration.session("medianest-foundation").apply(event -> {}));
            assertDone(migration.session("medianest-applications").apply(event -> {}));

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
            assertDone(migration.filesAsTheyAre().apply(event -> {}));
            assertThat(project.inspected().assignments()).containsAllEntriesOf(TIERS);
            project.expectComposeContent();

            String first = migration.restorePoints().getLast().id();
            assertThat(migration.rollback(Optional.of(first), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
        }
        assertThat(Files.readString(compose)).isEqualTo(text);
        assertThat(project.inspected().everything()).isEqualTo(before);
    }

    private static void assertDone(RunOutcome outcome) {
        assertThat(outcome.report().orElseThrow().result().checks())
                .filteredOn(check -> check.status() == CheckStatus.FAILED)
                .isEmpty();
        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
    }
}
