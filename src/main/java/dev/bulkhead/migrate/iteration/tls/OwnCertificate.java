package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.authority.CertificateFiles;
import dev.bulkhead.migrate.authority.Validity;
import dev.bulkhead.migrate.iteration.AnswersException;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Certificate of the operator's own, looked at before anything is done: whether it is there, lasts and has the names. */
final class OwnCertificate {

    private OwnCertificate() {}

    /** Refuses one that browsers would refuse. */
    static void check(CertificateSource source, TlsScene scene) throws AnswersException {
        if (!(source instanceof CertificateSource.Own(String certificate, String key, var root))) {
            return;
        }
        String text = text(scene, certificate)
                .orElseThrow(() -> new AnswersException("File " + certificate
                        + " is not in the project, or cannot be read; put your certificate there as PEM, with those"
                        + " between it and its root, or give another answer to '" + TlsQuestions.OWN_CERTIFICATE
                        + "'."));
        if (text(scene, key).isEmpty()) {
            throw new AnswersException("File " + key + " is not in the project, or cannot be read; put the key of "
                    + certificate + " there, or give another answer to '" + TlsQuestions.OWN_KEY + "'.");
        }
        List<X509Certificate> chain = CertificateFiles.chain(text);
        if (chain.isEmpty()) {
            throw new AnswersException("File " + certificate + " holds no certificate as PEM; it begins with"
                    + " -----BEGIN CERTIFICATE-----.");
        }
        Optional<String> dates = Validity.objection(chain);
        if (dates.isPresent()) {
            throw new AnswersException("No browser takes the certificate " + certificate + ": " + dates.get() + ".");
        }
        for (String host : scene.hosts()) {
            if (!covers(certificate, chain.getFirst(), host)) {
                throw new AnswersException("The certificate " + certificate + " is not for " + host
                        + ": have it signed for that name as well, rename the route, or answer private to '"
                        + TlsQuestions.CERTIFICATE + "'.");
            }
        }
    }

    private static Optional<String> text(TlsScene scene, String name) {
        return scene.input().settings().text().flatMap(project -> project.text(name));
    }

    private static boolean covers(String name, X509Certificate certificate, String host) throws AnswersException {
        try {
            return CertificateFiles.covers(certificate, List.of(host));
        } catch (IOException e) {
            throw new AnswersException("Of " + name + " " + e.getMessage() + ".");
        }
    }
}
