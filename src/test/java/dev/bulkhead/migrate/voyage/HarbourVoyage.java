package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A small project on a real engine, brought up before each test and gone after it. */
abstract class HarbourVoyage {

    static final String COMPOSE = """
        name: harbour

        services:
          traefik:
            image: traefik:v3
            container_name: traefik
            command: ["--providers.docker=true"]
            ports:
              - "8000:80"
            networks:
              - flat
            healthcheck: &quick
              test: ["CMD", "true"]
              interval: 1s

          gluetun:
            image: qmcgaw/gluetun:v3
            container_name: gluetun
            environment:
              FIREWALL_OUTBOUND_SUBNETS: ${LAN:-192.168.1.0/24}
            networks:
              - flat
            healthcheck: *quick

          qbittorrent:
            image: lscr.io/linuxserver/qbittorrent:5.0
            container_name: qbittorrent
            network_mode: service:gluetun
            healthcheck: *quick

          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            container_name: sonarr
            environment:
              ZONE: ${ZONE:-harbour}
              API_KEY: 4f9a7c1be2d35a60
            networks:
              - flat
            healthcheck: *quick

        networks:
          flat: {}
        """;

    final SampleStack stack;
    final VoyageProject project;
    DockerGateway gateway;

    HarbourVoyage(PrivateEngine engine) throws Exception {
        Path directory = Files.createTempDirectory(engine.folder("small"), "harbour");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        StandInImages.provide(
                engine,
                "traefik:v3",
                "qmcgaw/gluetun:v3",
                "lscr.io/linuxserver/qbittorrent:5.0",
                "lscr.io/linuxserver/sonarr:4.0");
        this.stack = new SampleStack(engine, directory, Map.of());
        this.project = new VoyageProject(stack);
    }

    @BeforeEach
    void start() throws Exception {
        project.start(4);
        gateway = project.gateway();
    }

    @AfterEach
    void end() throws Exception {
        try {
            stack.compose("down", "--remove-orphans");
            for (String network : stack.engine()
                    .docker("network", "ls", "-q", "--filter", "type=custom")
                    .lines()
                    .toList()) {
                stack.engine().docker("network", "rm", network);
            }
        } finally {
            gateway.close();
        }
    }

    final Migration migration() throws Exception {
        return project.migration(gateway);
    }

    final String id(String container) throws IOException {
        return stack.engine().docker("inspect", "-f", "{{.Id}}", container).strip();
    }

    final Path compose() {
        return stack.directory().resolve("compose.yml");
    }

    final Path records() {
        return stack.directory().resolve(".bulkhead");
    }

    static MigrationSession recreating(Migration migration) throws Exception {
        MigrationSession session = migration.session("foundation");
        session.answer(session.answers().withValue("apply", "recreate"));
        return session;
    }

    final void applied() throws Exception {
        assertThat(migration().session("foundation").apply(event -> {}).state()).isEqualTo(RunState.SUCCEEDED);
    }

    final RunOutcome back() throws Exception {
        return migration().rollback(Optional.empty(), event -> {});
    }

    final void assertBack(SortedMap<String, String> networks) throws Exception {
        assertThat(back().state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(Files.readString(compose())).isEqualTo(COMPOSE);
        assertThat(project.inspected().networks()).isEqualTo(networks);
        project.expectComposeContent();
    }
}
