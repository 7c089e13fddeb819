package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small home behind real Caddy, taken through the iterations before the third. */
final class SecuredHome {

    private static final String COMPOSE = """
        name: home
        services:
          caddy:
            image: caddy:2
            container_name: caddy
            ports: ["80:80"]
            volumes:
              - ./caddy:/etc/caddy
            networks: [flat]

          start:
            image: ghcr.io/gethomepage/homepage:v1
            networks: [flat]
            healthcheck: &quick
              test: ["CMD", "true"]
              interval: 1s

          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            ports: ["8989:8989"]
            environment:
              HOME_PAGE: http://start.lan/today
            networks: [flat]
            healthcheck: *quick

        networks:
          flat: {}
        """;

    private static final String CADDYFILE = """
        {
        \tauto_https off
        }

        # the page that everybody knows
        http://start.lan {
        \treverse_proxy start:3000
        }
        """;

    private SecuredHome() {}

    private static SampleStack stack(PrivateEngine engine) throws IOException {
        Path directory = Files.createTempDirectory(engine.folder("home"), "home");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        Files.createDirectories(directory.resolve("caddy"));
        Files.writeString(directory.resolve("caddy/Caddyfile"), CADDYFILE);
        ProgramImages.caddy(engine, "caddy:2");
        StandInImages.provide(engine, "ghcr.io/gethomepage/homepage:v1", "lscr.io/linuxserver/sonarr:4.0");
        return new SampleStack(engine, directory, Map.of());
    }

    /** Starts the project and takes it through the iterations before. */
    static VoyageProject consolidated(PrivateEngine engine) throws Exception {
        VoyageProject project = new VoyageProject(stack(engine));
        project.start(2);
        try (DockerGateway gateway = project.gateway()) {
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            assertThat(migration.session("2").apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        }
        return project;
    }

    /** What another program makes of the certificate, from the machine beside: OpenSSL, by the root and the name. */
    static Commands.Output handshake(PrivateEngine engine, String root, String name) throws IOException {
        List<String> line = new ArrayList<>(engine.enteringWorld());
        line.addAll(List.of(
                "openssl",
                "s_client",
                "-connect",
                "198.18.0.1:443",
                "-servername",
                name,
                "-CAfile",
                root,
                "-verify_hostname",
                name,
                "-verify_return_error",
                "-brief"));
        return Commands.run(Map.of(), Path.of("/"), line);
    }
}
