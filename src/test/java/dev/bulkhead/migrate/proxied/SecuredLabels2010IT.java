package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PortalImages;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.ProgramOnHost;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Iterations 3 and 4 in labels of caddy-docker-proxy, on the oldest engine. Caddy and Redis are real; the plugin that makes a
 * Caddyfile of labels, and Authelia, have stand-ins.
 */
@Tag("long")
@WithEngine(EngineRelease.DEBIAN_12)
class SecuredLabels2010IT {

    private static final String COMPOSE = """
        name: home
        services:
          caddy:
            image: lucaslorentz/caddy-docker-proxy:2.9
            container_name: caddy
            ports: ["80:80"]
            networks: [flat]

          sonarr:
            image: lscr.io/linuxserver/sonarr:4.0
            networks: [flat]
            labels:
              caddy: http://sonarr.home.lan
              caddy.reverse_proxy: "{{upstreams 8989}}"

        networks:
          flat: {}
        """;

    /** What a browser of the LAN is answered: status and where it is sent. */
    private static String open(PrivateEngine engine, String root, String host, String path) throws Exception {
        return engine.inWorld(
                        "curl",
                        "-s",
                        "-m",
                        "10",
                        "-o",
                        "/dev/null",
                        "-w",
                        "%{http_code} %{redirect_url}",
                        "--cacert",
                        root,
                        "--resolve",
                        host + ":443:198.18.0.1",
                        "https://" + host + path)
                .output();
    }

    @Test
    void labelsAreEncryptedThenAskAtThePortalAndComeBack(PrivateEngine engine) throws Exception {
        Path directory = Files.createTempDirectory(engine.folder("labels"), "home");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        ProgramImages.caddyWithoutFile(engine, "lucaslorentz/caddy-docker-proxy:2.9");
        ProgramImages.redis(engine, "redis:8-alpine");
        PortalImages.authelia(engine, "authelia/authelia:4.39");
        StandInImages.provide(engine, "lscr.io/linuxserver/sonarr:4.0");
        VoyageProject project = new VoyageProject(
                new SampleStack(engine, directory, Map.of("BULKHEAD_PASSWORD", "correct horse battery staple")));
        project.start(0);
        try (DockerGateway gateway = project.gateway();
                CaddyLabelReader _ = new CaddyLabelReader(gateway, java.util.List.of())) {
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(foundation.answers().withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            assertThat(migration.session("2").apply(event -> {}).sentence()).isEqualTo("Done and verified.");
            ProgramOnHost program = new ProgramOnHost(project.stack());

            assertThat(program.run("apply", "--iteration", "3", "--yes").output())
                    .contains("Done and verified.");

            String root = directory.resolve("tls/authority/root.crt").toString();
            assertThat(LanBrowser.page(engine, root, "sonarr.home.lan")).endsWith("answers");
            assertThat(LanBrowser.plain(engine, "sonarr.home.lan")).isEqualTo("308 https://sonarr.home.lan/");
            assertThat(program.run("renew", "--force").output()).contains("shown for 1 name.");
            Map<String, String> files = project.files();
            String before = project.inspected().everything();

            assertThat(program.run("apply", "--iteration", "4", "--yes").output())
                    .contains("Done and verified.");

            assertThat(Files.readString(directory.resolve("compose.yml")))
                    .contains(
                            "caddy.forward_auth: \"authelia:9091\"",
                            "caddy.forward_auth.uri: \"/api/authz/forward-auth\"");
            assertThat(open(engine, root, "sonarr.home.lan", "/series"))
                    .startsWith("302 https://auth.home.lan/?rd=https%3A%2F%2Fsonarr.home.lan%2Fseries");
            assertThat(open(engine, root, "sonarr.home.lan", "/api/v3/system/status"))
                    .isEqualTo("200 ");

            // the portal's name came later than the certificate
            assertThat(open(engine, root, "auth.home.lan", "/")).isEqualTo("000 ");
            assertThat(program.run("renew").output()).contains("shown for 2 names.");
            assertThat(open(engine, root, "auth.home.lan", "/")).isEqualTo("200 ");

            assertThat(program.run("rollback", "--yes").output())
                    .contains("Rolled back: files and engine are as they were.");
            assertThat(project.files().keySet()).isEqualTo(files.keySet());
            assertThat(project.files().get("compose.yml")).isEqualTo(files.get("compose.yml"));
            assertThat(project.inspected().everything()).isEqualTo(before);
            assertThat(open(engine, root, "sonarr.home.lan", "/series")).isEqualTo("200 ");
        }
        project.stack().compose("down", "-v");
    }
}
