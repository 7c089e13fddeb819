package dev.bulkhead.migrate.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IssuerTest {

    private final Issuer issuer = new Issuer(InstantSource.fixed(Instant.now()), new SecureRandom());
    private final Issued root = issuer.root("Home", List.of("start.lan", "media.example.org"));

    /** Java holds a root's own constraints against a chain only where the root is a link of it; browsers always do. */
    private void validate(Issued leaf) throws Exception {
        X509Certificate signer = root.certificate();
        PKIXParameters parameters = new PKIXParameters(
                Set.of(new TrustAnchor(signer.getSubjectX500Principal(), signer.getPublicKey(), null)));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf.certificate(), signer)),
                        parameters);
    }

    @Test
    void theRootSignsForItsDomainsAndNoOther() throws Exception {
        validate(issuer.leaf(root, List.of("start.lan", "jellyfin.lan", "sonarr.example.org")));
        Issued stolen = issuer.leaf(root, List.of("bank.example"));

        assertThatThrownBy(() -> validate(stolen))
                .isInstanceOf(CertPathValidatorException.class)
                .hasMessageContaining("name constraints");
    }

    @Test
    void aLeafLastsThirtyDaysAndIsForServersOnly() throws Exception {
        Issued leaf = issuer.leaf(root, List.of("start.lan"));

        assertThat(leaf.certificate().getNotAfter().toInstant())
                .isBefore(Instant.now().plus(Issuer.LEAF_LASTS));
        assertThat(leaf.certificate().getBasicConstraints()).isNegative();
        assertThat(leaf.certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(leaf.keyPem()).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(leaf).hasToString("Issued[CN=start.lan]");
    }
}
