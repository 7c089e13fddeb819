package dev.bulkhead.migrate.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.authority.Issued;
import dev.bulkhead.migrate.authority.Issuer;
import dev.bulkhead.migrate.goal.Awaited.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebClientTest {

    private static final List<String> HOSTS = List.of("start.lan", "jellyfin.lan");

    private final Issuer issuer = issuer(Instant.now());
    private final Issued root = issuer.root("Home", HOSTS);

    @TempDir
    private Path folder;

    private static Issuer issuer(Instant now) {
        return new Issuer(InstantSource.fixed(now), new SecureRandom());
    }

    private Trust trusted(Issued of) throws Exception {
        return new Trust.Roots(Files.writeString(folder.resolve("root.crt"), of.certificatePem())
                .toString());
    }

    private static String seen(SecureServer server, String name, Trust trust) throws Exception {
        WebAnswer answer = new WebClient(Path.of("")).ask(server.door(), true, name, "/", Optional.of(trust));
        TlsSeen tls = answer.tls().orElseThrow();
        return answer.status() + " " + tls.protocol().orElse("-") + " "
                + tls.objection().orElse("no objection");
    }

    @Test
    void javasTlsIsSatisfiedByALeafOfThePrivateRootForEachOfItsNames() throws Exception {
        try (SecureServer server = new SecureServer(issuer.leaf(root, HOSTS))) {
            assertThat(seen(server, "start.lan", trusted(root))).isEqualTo("200 TLSv1.3 no objection");
            assertThat(seen(server, "jellyfin.lan", trusted(root))).isEqualTo("200 TLSv1.3 no objection");
        }
    }

    @Test
    void aNameThatTheCertificateDoesNotHoldIsAnObjection() throws Exception {
        try (SecureServer server = new SecureServer(issuer.leaf(root, HOSTS))) {
            assertThat(seen(server, "sonarr.lan", trusted(root)))
                    .isEqualTo("0 - No subject alternative DNS name matching sonarr.lan found.");
        }
    }

    @Test
    void anotherRootOrNoneThatBrowsersKnowIsAnObjection() throws Exception {
        try (SecureServer server = new SecureServer(issuer.leaf(root, HOSTS))) {
            assertThat(seen(server, "start.lan", trusted(issuer.root("Other", HOSTS))))
                    .isEqualTo("0 - nobody whose signature counts has signed it");
            assertThat(seen(server, "start.lan", new Trust.Public()))
                    .isEqualTo("0 - nobody whose signature counts has signed it");
            assertThat(seen(server, "start.lan", new Trust.AsServed())).isEqualTo("200 TLSv1.3 no objection");
        }
    }

    @Test
    void aCertificateThatHasEndedIsAnObjection() throws Exception {
        Issuer before = issuer(Instant.now().minus(Issuer.LEAF_LASTS).minus(Duration.ofDays(1)));
        try (SecureServer server = new SecureServer(before.leaf(root, HOSTS))) {
            String ended = before.leaf(root, HOSTS)
                    .certificate()
                    .getNotAfter()
                    .toInstant()
                    .toString();
            assertThat(seen(server, "start.lan", trusted(root)))
                    .startsWith("0 - that of CN=start.lan ended at " + ended + " by the clock of this machine, ")
                    .endsWith("; renew it, or set the clock");
        }
    }

    /** A machine whose clock is slow is told so, and not that nobody has signed the certificate. */
    @Test
    void aCertificateThatIsNotValidYetIsAnObjectionThatSpeaksOfClocks() throws Exception {
        Issuer later = issuer(Instant.now().plus(Duration.ofDays(40)));
        try (SecureServer server = new SecureServer(later.leaf(root, HOSTS))) {
            assertThat(seen(server, "start.lan", trusted(root)))
                    .startsWith("0 - that of CN=start.lan is valid from ")
                    .endsWith(": its clock is slow, that of whoever signed it is fast, or it was made for later");
        }
    }

    @Test
    void anOldVersionThatTheServerStillSpeaksIsFound() throws Exception {
        try (SecureServer server = new SecureServer(issuer.leaf(root, HOSTS))) {
            assertThat(OldHello.accepted(server.door(), "start.lan", "TLSv1.2")).isTrue();
            assertThat(OldHello.accepted(server.door(), "start.lan", "TLSv1.1")).isFalse();
            assertThat(OldHello.accepted(server.door(), "start.lan", "TLSv1")).isFalse();
        }
    }
}
