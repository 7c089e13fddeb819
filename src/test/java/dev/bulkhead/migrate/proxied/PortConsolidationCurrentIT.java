package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.InspectedEngine;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Iteration 2 on a real engine: labels are written, routes answer with real requests, ports close for the LAN, and back. */
@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class PortConsolidationCurrentIT {

    private static final String COMPOSE = """
        name: gate
        services:
          traefik:
            image: traefik:v3
            container_name: traefik
            command:
              - --api.insecure=true
              - --providers.docker=true
              - --providers.docker.exposedbydefault=false
              - --providers.docker.network=gate_flat
              - --entrypoints.web.address=:80
            ports:
              - "80:80"
              - "8090:8080"
            networks: [flat]
            healthcheck: &quick
              test: ["CMD", "true"]
              interval: 1s

          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            ports:
              - "8989:8989"   # the television
            networks: [flat]
            healthcheck: *quick

          prometheus:
            image: prom/prometheus:v3
            environment:
              SONARR: http://host.docker.internal:8989/api
            ports: ["9090:9090"]
            networks: [flat]
            labels:
              traefik.enable: "true"
              traefik.http.routers.prometheus.rule: Host(`prometheus.lan`)
              traefik.http.services.prometheus.loadbalancer.server.port: "9090"
            healthcheck: *quick

        networks:
          flat: {}
        """;

    private static SampleStack stack(PrivateEngine engine) throws IOException {
        Path directory = Files.createTempDirectory(engine.folder("gate"), "gate");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        StandInImages.provide(engine, "traefik:v3", "lscr.io/linuxserver/sonarr:4.0", "prom/prometheus:v3");
        return new SampleStack(engine, directory, Map.of());
    }

    /** A machine of the LAN opens a connection to a port of the engine's host. */
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
    void portsBecomeRoutesForTheLanAndComeBack(PrivateEngine engine) throws Exception {
        VoyageProject project = new VoyageProject(stack(engine));
        InspectedEngine inspected = project.inspected();
        project.start(3);
        try (DockerGateway gateway = project.gateway();
                LabelReader _ = new LabelReader(gateway, "gate_flat")) {
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            String before = inspected.everything();
            SortedMap<String, String> files = project.files();
            assertThat(open(engine, 8989)).isTrue();

            RunOutcome outcome = migration.session("2").apply(event -> {});

            assertThat(outcome.sentence()).isEqualTo("Done and verified.");
            assertThat(Files.readString(project.stack().directory().resolve("compose.yml")))
                    .contains("traefik.http.routers.sonarr.rule: \"Host(`sonarr.lan`)\"")
                    .contains("SONARR: http://sonarr:8989/api")
                    .doesNotContain("8989:8989");
            assertThat(open(engine, 80)).isTrue();
            assertThat(open(engine, 8989)).isFalse();
            assertThat(open(engine, 9090)).isFalse();
            assertThat(open(engine, 8090)).isFalse();
            assertThat(get(engine, "sonarr.lan")).endsWith("answers");
            assertThat(get(engine, "traefik.lan")).isEqualTo("dashboard");

            RunOutcome back = migration.rollback(Optional.empty(), event -> {});

            assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
            assertThat(project.files()).isEqualTo(files);
            assertThat(inspected.everything()).isEqualTo(before);
            assertThat(open(engine, 8989)).isTrue();
        }
    }
}
