package dev.bulkhead.migrate.proxied;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.EngineRelease;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramOnHost;
import dev.bulkhead.testing.WithEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Iteration 3 with real Caddy: certificates of a private authority, and of a real one that is asked by ACME. */
@WithEngine(EngineRelease.CURRENT)
class SecuredCaddyCurrentIT {

    private static String serial(Path certificate) throws IOException {
        return Commands.succeed(
                Map.of(), Path.of("/"), List.of("openssl", "x509", "-noout", "-serial", "-in", certificate.toString()));
    }

    @Test
    void aPrivateAuthoritySignsIsRenewedAndGoesWithoutATrace(PrivateEngine engine) throws Exception {
        VoyageProject project = SecuredHome.consolidated(engine);
        Path directory = project.stack().directory();
        String caddyfile = Files.readString(directory.resolve("caddy/Caddyfile"));
        String before = project.inspected().everything();
        Map<String, String> files = project.files();
        ProgramOnHost program = new ProgramOnHost(project.stack());

        Commands.Output applied = program.run("apply", "--iteration", "3", "--yes");

        assertThat(applied.output()).contains("Done and verified.");
        String root = directory.resolve("tls/authority/root.crt").toString();
        assertThat(Files.readString(directory.resolve("caddy/Caddyfile"))).isEqualTo("""
            {
            }

            # the page that everybody knows
            start.lan {
            \ttls /tls/leaf.crt /tls/leaf.key
            \treverse_proxy start:3000
            }

            sonarr.lan {
            \ttls /tls/leaf.crt /tls/leaf.key
            \treverse_proxy sonarr:8989
            }
            """);
        for (String name : List.of("start.lan", "sonarr.lan")) {
            assertThat(SecuredHome.handshake(engine, root, name).exitCode())
                    .as(name)
                    .isZero();
            assertThat(LanBrowser.page(engine, root, name)).endsWith("answers");
            assertThat(LanBrowser.plain(engine, name)).isEqualTo("308 https://" + name + "/");
        }
        assertThat(SecuredHome.handshake(engine, root, "other.lan").exitCode()).isNotZero();
        assertThat(engine.docker("inspect", "-f", "{{.Config.Env}}", "home-sonarr-1"))
                .contains("HOME_PAGE=https://start.lan/today");
        assertThat(Files.getPosixFilePermissions(directory.resolve("tls/authority/root.key"))
                        .toString())
                .isEqualTo("[OWNER_READ]");

        String serial = serial(directory.resolve("tls/live/leaf.crt"));
        assertThat(program.run("renew").output()).contains("it is not time yet.");
        Commands.Output renewed = program.run("renew", "--force");
        assertThat(renewed.output()).contains("shown for 2 names.");
        assertThat(serial(directory.resolve("tls/live/leaf.crt"))).isNotEqualTo(serial);
        assertThat(SecuredHome.handshake(engine, root, "sonarr.lan").exitCode()).isZero();

        Commands.Output back = program.run("rollback", "--yes");

        assertThat(back.output()).contains("Rolled back: files and engine are as they were.");
        assertThat(Files.readString(directory.resolve("caddy/Caddyfile"))).isEqualTo(caddyfile);
        assertThat(project.files()).isEqualTo(files);
        assertThat(directory.resolve("tls")).doesNotExist();
        assertThat(project.inspected().everything()).isEqualTo(before);
        assertThat(LanBrowser.plain(engine, "sonarr.lan")).isEqualTo("200 ");
        project.stack().compose("down");
    }

    /** A machine of one name: the browser of the LAN opens each service by its port, and nothing but that. */
    @Test
    void underASingleNameEachServiceHasAPortOfItsOwn(PrivateEngine engine) throws Exception {
        VoyageProject project = SecuredHome.consolidated(engine);
        Path directory = project.stack().directory();
        String before = project.inspected().everything();
        Map<String, String> files = project.files();
        ProgramOnHost program = new ProgramOnHost(project.stack());
        Path answers = Files.writeString(Files.createTempFile("answers", ".yml"), """
            iteration: "3"
            answers:
              routing: ports
              one-name: box.tail1234.ts.net
              port-of: start=443 sonarr=8989
              ports-address: 198.18.0.1
              certificate: private
            """);

        Commands.Output applied = program.run("apply", "--iteration", "3", "--answers", answers.toString(), "--yes");

        assertThat(applied.output()).contains("Done and verified.");
        String root = directory.resolve("tls/authority/root.crt").toString();
        String box = "box.tail1234.ts.net";
        assertThat(LanBrowser.page(engine, root, box)).endsWith("answers");
        assertThat(LanBrowser.page(engine, root, box, 8989)).endsWith("answers");
        assertThat(LanBrowser.plain(engine, box)).isEqualTo("308 https://" + box + "/");
        // who speaks in clear to an encrypted port gets nothing of the service
        assertThat(engine.inWorld("curl", "-s", "--resolve", box + ":8989:198.18.0.1", "http://" + box + ":8989/")
                        .output())
                .isEqualTo("Client sent an HTTP request to an HTTPS server.\n");
        assertThat(engine.docker("inspect", "-f", "{{json .HostConfig.PortBindings}}", "caddy"))
                .contains("\"8989/tcp\":[{\"HostIp\":\"198.18.0.1\",\"HostPort\":\"8989\"}]");
        assertThat(engine.docker("inspect", "-f", "{{.Config.Env}}", "home-sonarr-1"))
                .contains("HOME_PAGE=https://box.tail1234.ts.net/today");

        assertThat(program.run("rollback", "--yes").output())
                .contains("Rolled back: files and engine are as they were.");
        assertThat(project.files()).isEqualTo(files);
        assertThat(project.inspected().everything()).isEqualTo(before);
        project.stack().compose("down");
    }

    @Test
    void aRealAuthoritySignsByAcmeOverHttp(PrivateEngine engine) throws Exception {
        VoyageProject project = SecuredHome.consolidated(engine);
        Path directory = project.stack().directory();
        String before = project.inspected().everything();
        Pebble pebble = Pebble.start(engine, "home_flat", "caddy", directory.resolve("authority"));
        ProgramOnHost program = new ProgramOnHost(project.stack());
        Path answers = Files.writeString(directory.resolve("answers.yml"), """
            iteration: "3"
            answers:
              certificate: acme-http
              directory: https://pebble:14000/dir
              directory-root: authority/pebble.pem
              email: me@example.org
            """);

        Commands.Output applied = program.run("apply", "--iteration", "3", "--answers", answers.toString(), "--yes");

        assertThat(applied.output()).contains("Done and verified.");
        String root = pebble.root().toString();
        for (String name : List.of("start.lan", "sonarr.lan")) {
            assertThat(SecuredHome.handshake(engine, root, name).exitCode())
                    .as(name)
                    .isZero();
            assertThat(LanBrowser.page(engine, root, name)).endsWith("answers");
            assertThat(LanBrowser.plain(engine, name)).isEqualTo("308 https://" + name + "/");
        }
        assertThat(pebble.log())
                .contains("http://sonarr.lan:80/.well-known/acme-challenge/")
                .contains("Issued certificate serial");
        assertThat(program.run("rollback", "--yes").output())
                .contains("Rolled back: files and engine are as they were.");
        pebble.end();
        assertThat(project.inspected().everything()).isEqualTo(before);
        project.stack().compose("down");
    }
}
