package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Iteration 8 on a real engine: after iteration 1 the old network goes, files and engine agree, and it comes back. */
abstract class MediaServerRetirement {

    private static final int WITH_HEALTH_CHECK = 17;

    @Test
    void theOldNetworkIsRetiredAndBroughtBack(PrivateEngine engine) throws Exception {
        VoyageProject project = new VoyageProject(SampleStack.prepare(engine, SampleFiles.MEDIASERVER));
        project.start(WITH_HEALTH_CHECK);
        try (DockerGateway gateway = project.gateway()) {
            Migration migration = project.migration(gateway);
            assertThat(migration.session("1").apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            assertThat(migration.filesAsTheyAre().apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            SortedMap<String, String> files = project.files();
            String before = project.inspected().everything();
            Map<String, String> ids = project.inspected().ids();
            List<String> issues = new ArrayList<>();

            RunOutcome outcome = migration.session("8").apply(event -> {
                if (event instanceof RunEvent.StepFailed failed) {
                    issues.add(failed.sentence());
                }
            });

            assertThat(issues).isEmpty();
            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(project.inspected().networks()).doesNotContainKey("media-network");
            assertThat(project.inspected().assignments())
                    .containsEntry("traefik", "backend-net dmz-net download-net frontend-net mgmt-net security-net")
                    .containsEntry("jellyfin", "frontend-net frontend-out")
                    .containsEntry("bazarr", "backend-net backend-out")
                    .containsEntry("grafana", "frontend-net mgmt-net mgmt-out");
            assertThat(restarted(ids, project.inspected().ids()))
                    .containsExactly("alertmanager", "bazarr", "cadvisor", "dozzle", "traefik");

            // what was attached and taken off as it ran is made anew service by service, and then Compose is content
            assertThat(migration.filesAsTheyAre().apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            project.expectComposeContent();

            String first = migration.restorePoints().get(1).id();
            RunOutcome back = migration.rollback(Optional.of(first), event -> {});

            assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(project.files()).isEqualTo(files);
            assertThat(project.inspected().everything()).isEqualTo(before);
        }
    }

    private static List<String> restarted(Map<String, String> before, Map<String, String> after) {
        return after.keySet().stream()
                .filter(name -> !after.get(name).equals(before.get(name)))
                .sorted()
                .toList();
    }
}
