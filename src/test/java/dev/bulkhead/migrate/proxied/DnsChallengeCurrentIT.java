package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.ProgramOnHost;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * ACME by DNS as iteration 3 writes it for Traefik, carried out by the client that is part of Traefik, lego, against a real
 * authority, Pebble, which asks its own name server for the record.
 */
@WithEngine(EngineRelease.CURRENT)
class DnsChallengeCurrentIT {

    private static final String TOKEN = "hetzner-token-of-the-operator";

    private static final String COMPOSE = """
        name: home
        services:
          traefik:
            image: traefik:v3.5
            container_name: traefik
            command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
            ports: ["80:80"]
            networks: [flat]

          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            networks: [flat]
            labels:
              traefik.enable: "true"
              traefik.http.routers.sonarr.rule: Host(`sonarr.example.org`)
              traefik.http.services.sonarr.loadbalancer.server.port: "8989"

        networks:
          flat: {}
        """;

    @Test
    void theTokenMakesTheRecordAndTheAuthoritySigns(PrivateEngine engine) throws Exception {
        Path directory = Files.createTempDirectory(engine.folder("dns"), "home");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        ProgramImages.caddyInDisguiseWithLego(engine, "traefik:v3.5");
        StandInImages.provide(engine, "lscr.io/linuxserver/sonarr:4.0");
        VoyageProject project =
                new VoyageProject(new SampleStack(engine, directory, Map.of("BULKHEAD_SECRET_DNS_TOKEN", TOKEN)));
        project.start(0);
        try (DockerGateway gateway = project.gateway();
                TraefikWithLego traefik = new TraefikWithLego(engine, gateway, TOKEN)) {
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(foundation.answers().withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            assertThat(migration.session("2").apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            Map<String, String> files = project.files();
            Pebble pebble = Pebble.start(engine, "home_flat", "traefik", engine.folder("authority"));
            Files.createDirectories(directory.resolve("authority"));
            Files.copy(engine.folder("authority").resolve("pebble.pem"), directory.resolve("authority/pebble.pem"));
            Path answers = Files.writeString(engine.folder("authority").resolve("answers.yml"), """
                iteration: "3"
                answers:
                  certificate: acme-dns
                  dns-provider: hetzner
                  directory: https://pebble:14000/dir
                  directory-root: authority/pebble.pem
                  email: me@example.org
                """);
            ProgramOnHost program = new ProgramOnHost(project.stack());

            Commands.Output applied =
                    program.run("apply", "--iteration", "3", "--answers", answers.toString(), "--yes");

            assertThat(applied.output())
                    .as(traefik.said())
                    .contains("Done and verified.")
                    .doesNotContain(TOKEN);
            assertThat(traefik.said())
                    .contains("acme: use dns-01 solver", "The server validated our request")
                    .contains("Server responded with a certificate.");
            assertThat(pebble.log()).contains("Issued certificate serial");
            String root = pebble.root().toString();
            assertThat(LanBrowser.page(engine, root, "sonarr.example.org")).endsWith("answers");
            assertThat(LanBrowser.plain(engine, "sonarr.example.org")).isEqualTo("301 https://sonarr.example.org/");
            // the token stands in its file alone
            assertThat(engine.docker("inspect", "traefik")).doesNotContain(TOKEN);
            assertThat(Files.readString(directory.resolve("tls/dns/token"))).isEqualTo(TOKEN);

            assertThat(program.run("rollback", "--yes").output())
                    .contains("Rolled back: files and engine are as they were.");
            assertThat(directory.resolve("tls")).doesNotExist();
            Files.delete(directory.resolve("authority/pebble.pem"));
            Files.delete(directory.resolve("authority"));
            assertThat(project.files()).isEqualTo(files);
            pebble.end();
        }
        project.stack().compose("down", "-v");
    }
}
