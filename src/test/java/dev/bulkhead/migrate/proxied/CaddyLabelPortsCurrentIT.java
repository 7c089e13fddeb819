package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/**
 * Iteration 2 with Caddy that is told by labels. The Caddy is real; the plugin that makes a Caddyfile of labels is not to be
 * had and has a {@linkplain CaddyLabelReader stand-in}.
 */
@WithEngine(EngineRelease.CURRENT)
class CaddyLabelPortsCurrentIT {

    private static final String COMPOSE = """
        name: home
        services:
          caddy:
            image: lucaslorentz/caddy-docker-proxy:2.9
            container_name: caddy
            ports: ["80:80"]
            environment:
              CADDY_INGRESS_NETWORKS: home_flat
            networks: [flat]

          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            ports: ["8989:8989"]
            networks: [flat]

        networks:
          flat: {}
        """;

    private static boolean open(PrivateEngine engine, int port) throws IOException {
        return engine.inWorld("busybox", "sh", "-c", "nc -w 2 198.18.0.1 " + port + " </dev/null")
                        .exitCode()
                == 0;
    }

    private static String get(PrivateEngine engine, String name) throws IOException {
        return engine.inWorld("busybox", "wget", "-q", "-O", "-", "--header", "Host: " + name, "http://198.18.0.1:80/")
                .output();
    }

    @Test
    void labelsBecomeARouteThatRealCaddyAnswersOn(PrivateEngine engine) throws Exception {
        Path directory = Files.createTempDirectory(engine.folder("labels"), "home");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        ProgramImages.caddyWithoutFile(engine, "lucaslorentz/caddy-docker-proxy:2.9");
        StandInImages.provide(engine, "lscr.io/linuxserver/sonarr:4.0");
        VoyageProject project = new VoyageProject(new SampleStack(engine, directory, Map.of()));
        project.start(0);
        try (DockerGateway gateway = project.gateway();
                CaddyLabelReader _ = new CaddyLabelReader(gateway, List.of("home_flat"))) {
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            SortedMap<String, String> files = project.files();
            String before = project.inspected().everything();
            assertThat(open(engine, 8989)).isTrue();

            RunOutcome outcome = migration.session("2").apply(event -> {});

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(Files.readString(directory.resolve("compose.yml")))
                    .contains("caddy: http://sonarr.home.arpa")
                    .contains("caddy.reverse_proxy: \"{{upstreams 8989}}\"")
                    .doesNotContain("8989:8989");
            assertThat(open(engine, 8989)).isFalse();
            assertThat(get(engine, "sonarr.home.arpa")).endsWith("answers");

            assertThat(migration.rollback(Optional.empty(), event -> {}).sentence())
                    .isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(project.files()).isEqualTo(files);
            assertThat(project.inspected().everything()).isEqualTo(before);
            assertThat(open(engine, 8989)).isTrue();
        }
    }
}
