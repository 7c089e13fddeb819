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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Iteration 3 with real Caddy and a certificate of the operator's own. */
@Tag("long")
@WithEngine(EngineRelease.CURRENT)
class OwnCertificateCurrentIT {

    /** Signed by OpenSSL, as an authority of somebody's company would; it stays theirs. */
    @Test
    void anOwnCertificateIsShownAndLeftWhereItIs(PrivateEngine engine) throws Exception {
        VoyageProject project = SecuredHome.consolidated(engine);
        Path directory = project.stack().directory();
        Path own = Files.createDirectories(directory.resolve("tls/own"));
        openssl(
                own,
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "90",
                "-subj",
                "/CN=Company",
                "-keyout",
                "root.key",
                "-out",
                "root.pem");
        openssl(
                own,
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=start.lan",
                "-keyout",
                "privkey.pem",
                "-out",
                "asked.csr");
        Files.writeString(own.resolve("names"), "subjectAltName=DNS:start.lan,DNS:sonarr.lan\n");
        openssl(
                own,
                "x509",
                "-req",
                "-in",
                "asked.csr",
                "-CA",
                "root.pem",
                "-CAkey",
                "root.key",
                "-CAcreateserial",
                "-days",
                "30",
                "-extfile",
                "names",
                "-out",
                "fullchain.pem");
        String before = project.inspected().everything();
        Map<String, String> files = project.files();
        ProgramOnHost program = new ProgramOnHost(project.stack());
        Path answers = Files.writeString(Files.createTempFile("answers", ".yml"), """
            iteration: "3"
            answers:
              certificate: own
              root-file: tls/own/root.pem
            """);

        Commands.Output applied = program.run("apply", "--iteration", "3", "--answers", answers.toString(), "--yes");

        assertThat(applied.output()).contains("Done and verified.");
        String root = own.resolve("root.pem").toString();
        for (String name : List.of("start.lan", "sonarr.lan")) {
            assertThat(SecuredHome.handshake(engine, root, name).exitCode())
                    .as(name)
                    .isZero();
            assertThat(LanBrowser.page(engine, root, name)).endsWith("answers");
        }
        assertThat(directory.resolve("tls/authority")).doesNotExist();
        assertThat(program.run("rollback", "--yes").output())
                .contains("Rolled back: files and engine are as they were.");
        assertThat(project.files()).isEqualTo(files);
        assertThat(project.inspected().everything()).isEqualTo(before);
        project.stack().compose("down");
    }

    private static void openssl(Path folder, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("openssl"));
        line.addAll(List.of(words));
        Commands.succeed(Map.of(), folder, line);
    }
}
