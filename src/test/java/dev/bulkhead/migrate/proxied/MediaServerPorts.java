package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.InspectedEngine;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.SampleStack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Iteration 2 of the media server on a real engine: eighteen published ports become three, and come back. */
abstract class MediaServerPorts {

    private static final int WITH_HEALTH_CHECK = 17;
    private static final List<Integer> PORTS = List.of(
            80, 3000, 3001, 5055, 6767, 6881, 7878, 8080, 8081, 8089, 8090, 8096, 8989, 9090, 9093, 9100, 9696, 9999);

    private static Stream<Integer> open(PrivateEngine engine) throws IOException {
        List<Integer> open = new ArrayList<>();
        for (int port : PORTS) {
            if (engine.inWorld("busybox", "sh", "-c", "nc -w 2 198.18.0.1 " + port + " </dev/null")
                            .exitCode()
                    == 0) {
                open.add(port);
            }
        }
        return open.stream();
    }

    private static String get(PrivateEngine engine, String name) throws IOException {
        return engine.inWorld("busybox", "wget", "-q", "-O", "-", "--header", "Host: " + name, "http://198.18.0.1:80/")
                .output();
    }

    @Test
    void onlyTheDoorAndTheTorrentPortStayOpenForTheLan(PrivateEngine engine) throws Exception {
        VoyageProject project = new VoyageProject(SampleStack.prepare(engine, SampleFiles.MEDIASERVER));
        InspectedEngine inspected = project.inspected();
        project.start(WITH_HEALTH_CHECK);
        try (DockerGateway gateway = project.gateway();
                LabelReader _ = new LabelReader(gateway, "media-network")) {
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(foundation.answers().withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            SortedMap<String, String> files = project.files();
            String before = inspected.everything();
            List<Integer> openBefore = open(engine).toList();
            List<String> issues = new ArrayList<>();

            RunOutcome outcome = migration.session("2").apply(event -> {
                if (event instanceof RunEvent.StepFailed failed) {
                    issues.add(failed.sentence());
                }
            });

            assertThat(issues).isEmpty();
            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(openBefore).hasSizeGreaterThan(14);
            assertThat(open(engine)).containsExactly(80, 6881);
            for (String name : List.of("sonarr", "radarr", "jellyfin", "qbittorrent", "grafana", "dashboard")) {
                assertThat(get(engine, name + ".lan")).as(name).endsWith("answers");
            }
            assertThat(get(engine, "traefik.lan")).isEqualTo("dashboard");

            RunOutcome back = migration.rollback(Optional.empty(), event -> {});

            assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(project.files()).isEqualTo(files);
            assertThat(inspected.everything()).isEqualTo(before);
            assertThat(open(engine)).containsExactlyElementsOf(openBefore);
        }
    }
}
