package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.authority.Issued;
import dev.bulkhead.migrate.authority.Issuer;
import dev.bulkhead.migrate.iteration.Answers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's own certificate is looked at before anything is done: what browsers would refuse is refused. */
class OwnCertificateTest {

    private static final String COMPOSE = """
            services:
              caddy:
                image: caddy:2
                ports: ["80:80"]
                volumes: ["./caddy:/etc/caddy"]
              web:
                image: nginx:1
            """;

    @TempDir
    private Path directory;

    private MigrationSession session(Instant signed, String... names) throws Exception {
        Issuer issuer = new Issuer(InstantSource.fixed(signed), new SecureRandom());
        Issued leaf = issuer.leaf(issuer.root("Mine", List.of("example.org")), List.of(names));
        Files.createDirectories(directory.resolve("tls/own"));
        Files.writeString(directory.resolve("tls/own/fullchain.pem"), leaf.certificatePem());
        Files.writeString(directory.resolve("tls/own/privkey.pem"), leaf.keyPem());
        return session();
    }

    private MigrationSession session() throws Exception {
        Files.createDirectories(directory.resolve("caddy"));
        Files.writeString(
                directory.resolve("caddy/Caddyfile"), "http://web.example.org {\n\treverse_proxy web:80\n}\n");
        MigrationSession session =
                PracticeProject.of(directory, COMPOSE).migration.session("3");
        session.answer(Answers.proposed("3", session.questions()).withValue("certificate", "own"));
        return session;
    }

    @Test
    void oneForTheNamesIsTaken() throws Exception {
        assertThat(session(Instant.now(), "web.example.org").review().patch().changes())
                .anySatisfy(change -> assertThat(change.after())
                        .contains("web.example.org {\n\ttls /tls/fullchain.pem /tls/privkey.pem\n\treverse_proxy"
                                + " web:80\n}\n"));
    }

    @Test
    void oneForOtherNamesIsRefused() {
        assertThatThrownBy(() -> session(Instant.now(), "other.example.org").review())
                .hasMessageStartingWith("The certificate tls/own/fullchain.pem is not for web.example.org: ");
    }

    @Test
    void oneThatHasEndedOrIsNotValidYetIsRefusedWithTheClock() {
        assertThatThrownBy(() -> session(Instant.now().minus(Duration.ofDays(90)), "web.example.org")
                        .review())
                .hasMessageStartingWith("No browser takes the certificate tls/own/fullchain.pem: that of"
                        + " CN=web.example.org ended at ");
        assertThatThrownBy(() -> session(Instant.now().plus(Duration.ofDays(90)), "web.example.org")
                        .review())
                .hasMessageStartingWith("No browser takes the certificate tls/own/fullchain.pem: that of"
                        + " CN=web.example.org is valid from ")
                .hasMessageEndingWith(
                        ": its clock is slow, that of whoever signed it is fast, or it was made for later.");
    }

    @Test
    void oneThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> session().review())
                .hasMessageStartingWith("File tls/own/fullchain.pem is not in the project, or cannot be read;");
    }
}
