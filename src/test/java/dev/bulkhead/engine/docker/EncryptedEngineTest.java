package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator reads where an engine wants an encrypted connection, and certificates do not go together. */
class EncryptedEngineTest {

    private static final Duration LONG = Duration.ofDays(9);
    /** All are valid from two days ago. */
    private static final Duration OVER = Duration.ofDays(1);

    private static final String HERE = "127.0.0.1";

    @TempDir
    private Path folder;

    private final TestAuthority authority = made("engines");

    private static TestAuthority made(String name) {
        try {
            return new TestAuthority(name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Path keys() throws IOException {
        return Files.createTempDirectory(folder, "keys");
    }

    /** Keys that the engine's authority signed. */
    private Path rightKeys() throws Exception {
        Path keys = authority.trustedIn(keys());
        TestAuthority.own(keys, authority.sign("me", LONG));
        return keys;
    }

    /** The sentence for who comes with keys to an engine that shows a certificate. */
    private String sentence(TestAuthority.Signed shown, Path keys) throws Exception {
        FakeEngine fake = FakeEngine.onSocket(
                Files.createTempDirectory(folder, "e").resolve("s"),
                (path, to) -> to.write(FakeEngine.http(
                        "200 OK", "application/json", path.endsWith("/version") ? FakeEngine.VERSION : "{}")));
        Path socket = Path.of(fake.address().url().substring("unix://".length()));
        try (fake;
                EncryptedDoor door = new EncryptedDoor(authority.server(shown), socket)) {
            EngineAddress address = door.address(keys);
            try (DockerGateway gateway = new DockerGateway(address)) {
                EngineException failure = catchThrowableOfType(EngineException.class, gateway::info);
                if (failure == null) {
                    assertThat(fake.asked()).contains("/version");
                    return gateway.info().version();
                }
                assertThat(fake.asked()).as("nothing is asked without trust").isEmpty();
                assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
                return failure.sentence().replace(address.url(), "HERE").replace(keys.toString(), "KEYS");
            }
        }
    }

    private static String refused(String why) {
        return "No encrypted connection to HERE (the address given) comes about: " + why;
    }

    @Test
    void whoHasTheRightCertificatesTalks() throws Exception {
        assertThat(sentence(authority.sign(HERE, LONG), rightKeys())).isEqualTo("28.5.2");
    }

    @Test
    void anotherAuthorityIsNotTrusted() throws Exception {
        Path keys = made("others").trustedIn(keys());
        TestAuthority.own(keys, authority.sign("me", LONG));

        assertThat(sentence(authority.sign(HERE, LONG), keys))
                .isEqualTo(refused("ca.pem in KEYS did not sign its certificate; put there the one that did."));
    }

    @Test
    void whoComesWithoutACertificateIsTold() throws Exception {
        assertThat(sentence(authority.sign(HERE, LONG), authority.trustedIn(keys())))
                .isEqualTo(refused("it asks who comes, and KEYS has no cert.pem and key.pem; put there those that its"
                        + " authority signed for you."));
    }

    @Test
    void whoseCertificateIsOfOthersIsTold() throws Exception {
        Path keys = authority.trustedIn(keys());
        TestAuthority.own(keys, made("others").sign("me", LONG));

        assertThat(sentence(authority.sign(HERE, LONG), keys))
                .isEqualTo(
                        refused(
                                "it does not accept the certificate in cert.pem; put one into KEYS that its authority signed."));
    }

    @Test
    void whoseOwnCertificateIsOverIsTold() throws Exception {
        Path keys = authority.trustedIn(keys());
        TestAuthority.own(keys, authority.sign("me", OVER));

        assertThat(sentence(authority.sign(HERE, LONG), keys))
                .startsWith(refused("the certificate in cert.pem of KEYS ended at "))
                .endsWith("by the clock of this machine; put a new one there, or set the clock.");
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        assertThat(sentence(authority.sign("elsewhere.example", LONG), rightKeys()))
                .isEqualTo(refused("its certificate is for another name; use one of the names in it."));
        assertThat(sentence(authority.sign("192.0.2.1", LONG), rightKeys()))
                .isEqualTo(refused("its certificate is for another name; use one of the names in it."));
    }

    @Test
    void aCertificateThatIsOverIsRefused() throws Exception {
        assertThat(sentence(authority.sign(HERE, OVER), rightKeys()))
                .startsWith(refused("its certificate ended at "))
                .endsWith("by the clock of this machine; have it renewed, or set the clock.");
    }
}
