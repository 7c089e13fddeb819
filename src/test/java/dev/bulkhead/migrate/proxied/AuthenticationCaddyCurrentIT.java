package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.docker.DockerGateway;
import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PortalImages;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import dev.bulkhead.testing.ProgramOnHost;
import dev.bulkhead.testing.SampleStack;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Iteration 4 with real Caddy, which asks by {@code forward_auth}, and real Redis; a stand-in answers for Authelia. */
@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class AuthenticationCaddyCurrentIT {

    private static final String PASSWORD = "correct horse battery staple";

    private static final String COMPOSE = """
        name: home
        services:
          caddy:
            image: caddy:2
            container_name: caddy
            ports: ["443:443"]
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
            networks: [flat]
            healthcheck: *quick

          jellyfin:
            image: jellyfin/jellyfin:10
            networks: [flat]
            healthcheck: *quick

          other:
            image: lscr.io/linuxserver/radarr:5
            networks: [apart]
            healthcheck: *quick

        networks:
          flat: {}
          apart: {}
        """;

    private static final String CADDYFILE = """
        {
        \tlocal_certs
        \tskip_install_trust
        }

        start.home.lan {
        \treverse_proxy start:3000
        }

        sonarr.home.lan {
        \treverse_proxy sonarr:8989
        }

        jellyfin.home.lan {
        \treverse_proxy jellyfin:8096
        }
        """;

    private static final String RULES = """
        version: 1
        rules:
          - must-not: other -> sonarr:8989
            why: nobody goes past the portal
        """;

    private static VoyageProject project(PrivateEngine engine) throws IOException {
        Path directory = Files.createTempDirectory(engine.folder("home"), "home");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        Files.writeString(directory.resolve("bulkhead.yml"), RULES);
        Files.createDirectories(directory.resolve("caddy"));
        Files.writeString(directory.resolve("caddy/Caddyfile"), CADDYFILE);
        ProgramImages.caddy(engine, "caddy:2");
        ProgramImages.redis(engine, "redis:8-alpine");
        PortalImages.authelia(engine, "authelia/authelia:4.39");
        StandInImages.provide(
                engine,
                "ghcr.io/gethomepage/homepage:v1",
                "lscr.io/linuxserver/sonarr:4.0",
                "lscr.io/linuxserver/radarr:5",
                "jellyfin/jellyfin:10");
        return new VoyageProject(new SampleStack(engine, directory, Map.of("BULKHEAD_PASSWORD", PASSWORD)));
    }

    /** What a browser of the LAN is answered: status, where it is sent, and the page. */
    private static String open(PrivateEngine engine, String url, String... more) throws IOException {
        String host = url.replaceFirst("^https://", "").replaceFirst("/.*$", "");
        List<String> line = new java.util.ArrayList<>(List.of(
                "curl",
                "-s",
                "-k",
                "-m",
                "10",
                "-w",
                "\n%{http_code} %{redirect_url}",
                "--resolve",
                host + ":443:198.18.0.1"));
        line.addAll(List.of(more));
        line.add(url);
        String[] lines = engine.inWorld(line.toArray(String[]::new)).output().split("\n", -1);
        return (lines[lines.length - 1].strip() + " " + lines[0]).strip();
    }

    private static String inside(PrivateEngine engine, String container, String script) throws IOException {
        return engine.docker("exec", container, "sh", "-c", script);
    }

    @Test
    void peopleSignInProgramsAreLetThroughAndItAllGoesWithoutATrace(PrivateEngine engine) throws Exception {
        VoyageProject project = project(engine);
        Path directory = project.stack().directory();
        project.start(4);
        try (DockerGateway gateway = project.gateway()) {
            Migration migration = project.migration(gateway);
            MigrationSession foundation = migration.session("1");
            foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
            assertThat(foundation.apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        }
        String before = project.inspected().everything();
        Map<String, String> files = project.files();
        ProgramOnHost program = new ProgramOnHost(project.stack());

        Commands.Output plan = program.run("plan", "--iteration", "4");
        assertThat(plan.output())
                .contains("Emergency way in, should nobody be able to sign in")
                .doesNotContain("$argon2id$")
                .doesNotContain(PASSWORD);
        Commands.Output applied = program.run("apply", "--iteration", "4", "--yes");

        assertThat(applied.output()).contains("Done and verified.").doesNotContain(PASSWORD);
        String portal = "https://auth.home.lan/?rd=https%3A%2F%2F";
        assertThat(open(engine, "https://sonarr.home.lan/series?x=1"))
                .startsWith("302 " + portal + "sonarr.home.lan%2Fseries%3Fx%3D1&rm=GET");
        assertThat(open(engine, "https://start.home.lan/")).startsWith("302 " + portal + "start.home.lan%2F&rm=GET");
        assertThat(open(engine, "https://jellyfin.home.lan/")).startsWith("200").endsWith("answers");
        assertThat(open(engine, "https://sonarr.home.lan/api/v3/system/status"))
                .startsWith("200")
                .endsWith("answers");
        assertThat(open(engine, "https://sonarr.home.lan/apiary")).startsWith("302 " + portal);
        assertThat(open(engine, portal + "start.home.lan%2F&rm=GET")).isEqualTo("200 <title>Login - Authelia</title>");

        String jar = directory.resolve(".cookies").toString();
        assertThat(open(engine, "https://auth.home.lan/stand-in/sign-in?user=admin", "-c", jar))
                .isEqualTo("200 admin is signed in");
        String session = Files.readString(Path.of(jar)).replaceAll("(?s).*authelia_session\\s+(\\S+).*", "$1");
        assertThat(open(engine, "https://sonarr.home.lan/", "-b", "authelia_session=" + session))
                .startsWith("200")
                .endsWith("answers");
        assertThat(open(engine, "https://sonarr.home.lan/", "-b", "authelia_session=somebody"))
                .startsWith("302 ");
        Files.delete(Path.of(jar));

        // Redis lets nobody in without the password, and no list of processes shows it
        assertThat(inside(engine, "home-authelia-1", "printf 'PING\\r\\n' | nc -w 2 authelia-redis 6379"))
                .contains("NOAUTH");
        String secret = Files.readString(directory.resolve("secrets/authelia_redis"));
        assertThat(inside(
                        engine,
                        "home-authelia-redis-1",
                        "for p in /proc/[0-9]*; do cat $p/cmdline $p/environ; done 2>/dev/null"))
                .doesNotContain(secret);
        assertThat(engine.docker("inspect", "home-authelia-1", "home-authelia-redis-1"))
                .doesNotContain(secret);
        // from another container the back end itself does not answer
        assertThat(inside(engine, "home-other-1", "nc -w 2 home-sonarr-1 8989 </dev/null 2>/dev/null || echo closed"))
                .isEqualTo("closed\n");
        assertThat(Files.readString(newestReport(directory)))
                .contains("other -> sonarr:8989")
                .doesNotContain("$argon2id$");
        project.expectComposeContent();

        Commands.Output back = program.run("rollback", "--yes");

        assertThat(back.output()).contains("Rolled back: files and engine are as they were.");
        assertThat(project.files()).isEqualTo(files);
        assertThat(Files.readString(directory.resolve("caddy/Caddyfile"))).isEqualTo(CADDYFILE);
        assertThat(directory.resolve("secrets")).doesNotExist();
        assertThat(directory.resolve("authelia")).doesNotExist();
        assertThat(project.inspected().everything()).isEqualTo(before);
        assertThat(open(engine, "https://sonarr.home.lan/")).startsWith("200").endsWith("answers");
        project.stack().compose("down", "-v");
    }

    private static Path newestReport(Path directory) throws IOException {
        try (var all = Files.walk(directory.resolve(".bulkhead"))) {
            return all.filter(file -> file.toString().endsWith(".md"))
                    .max(java.util.Comparator.comparing(Path::toString))
                    .orElseThrow();
        }
    }
}
