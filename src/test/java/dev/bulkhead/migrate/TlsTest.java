package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.review.Review;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Iteration 3 carried out on the practice engine: after iterations 1 and 2 every route is served by HTTPS, and comes back. */
class TlsTest {

    private final PracticeMediaServer server;

    TlsTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent);
        MigrationSession foundation = server.migration.session("1");
        foundation.answer(Answers.proposed("1", foundation.questions()).withValue("apply", "recreate"));
        foundation.apply(event -> {});
        server.migration.session("2").apply(event -> {});
    }

    @Test
    void planAndHandoutsAreAsApproved() throws Exception {
        Review review = server.migration.session("3").review();
        String text = review.plan().text()
                + review.goal().handouts().stream()
                        .map(handout -> "\n" + handout.text())
                        .collect(Collectors.joining());

        try (InputStream expected = TlsTest.class.getResourceAsStream("/migrate/tls.plan.txt")) {
            assertThat(text).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyRouteIsEncryptedAndTheWayBackLeavesEveryByte() throws Exception {
        NormalisedState before = server.engineState();
        Map<String, String> files = server.files();

        RunOutcome outcome = server.migration.session("3").apply(event -> {});

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(Files.readString(server.directory.resolve("tls/dynamic/tls.yml")))
                .isEqualTo("""
                        # The certificate, the versions of TLS, and the redirect of everything that comes by HTTP.
                        # Traefik reads this file anew when it is saved.
                        tls:
                          stores:
                            default:
                              defaultCertificate: {certFile: /tls/leaf.crt, keyFile: /tls/leaf.key}
                          options:
                            default:
                              minVersion: VersionTLS12
                        http:
                          routers:
                            to-https:
                              entryPoints: [web]
                              rule: "PathPrefix(`/`)"
                              priority: 1
                              middlewares: [to-https]
                              service: noop@internal
                          middlewares:
                            to-https:
                              redirectScheme:
                                scheme: https
                                permanent: true
                        """);
        assertThat(Files.readString(server.directory.resolve("traefik/docker-compose.yml")))
                .contains("--entrypoints.websecure.address=:443", "--providers.file.directory=/tls-dynamic", "443:443")
                .doesNotContain("api.insecure");
        assertThat(Files.readString(server.directory.resolve("jellyfin/docker-compose.yml")))
                .contains("PublishedServerUrl=https://jellyfin.${LAN_DOMAIN:-lan}");
        assertThat(Files.readString(outcome.reportFile().orElseThrow()))
                .contains("https://jellyfin.lan/ shows a valid certificate signed by tls/authority/root.crt");
        assertThat(server.migration.rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(before.differencesTo(server.engineState())).isEmpty();
        assertThat(server.files()).isEqualTo(files);
    }

    @Test
    void aRouteThatComesLaterIsEncryptedAsTheOthersAre() throws Exception {
        assertThat(server.migration.session("3").apply(event -> {}).sentence()).isEqualTo("Done and verified.");
        Path file = server.directory.resolve("servarr/docker-compose.yml");
        String text = Files.readString(file);
        Files.writeString(file, text + """
                        lidarr:
                          image: lscr.io/linuxserver/lidarr:2
                          ports: ["8686:8686"]
                          networks: [media-network]
                        """.indent(2));

        Review review = server.migration.session("2").review();

        assertThat(review.plan().text())
                .contains("lidarr: ask traefik for https://lidarr.lan/")
                .doesNotContain("http://lidarr.lan/");
    }
}
