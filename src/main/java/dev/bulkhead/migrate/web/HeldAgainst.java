package dev.bulkhead.migrate.web;

import dev.bulkhead.migrate.authority.Validity;
import dev.bulkhead.migrate.goal.Awaited.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trust manager that keeps what a server showed and holds it against those whose signature counts, as Java does it. */
final class HeldAgainst extends X509ExtendedTrustManager {

    private final Optional<Trust> trust;
    private final Path root;
    private List<X509Certificate> chain = List.of();
    private @Nullable String objection;

    HeldAgainst(Optional<Trust> trust, Path root) {
        this.root = root;
        this.trust = trust;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    Optional<String> objection() {
        return Optional.ofNullable(objection);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket) throws CertificateException {
        chain = List.of(shown);
        if (trust.isEmpty()) {
            return;
        }
        try {
            manager(trust.get()).checkServerTrusted(shown, type, socket);
        } catch (CertificateException e) {
            objection = Validity.objection(chain).orElseGet(() -> words(e));
            throw e;
        }
    }

    /** The innermost exception says what is wrong, and PKIX's own words tell an operator nothing. */
    private static String words(CertificateException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = String.valueOf(cause.getMessage());
        return said.contains("unable to find valid certification path")
                ? "nobody whose signature counts has signed it"
                : said;
    }

    private X509ExtendedTrustManager manager(Trust counts) throws CertificateException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(
                    switch (counts) {
                        case Trust.Public _ -> null;
                        case Trust.Roots(String file) -> store(certificates(root.resolve(file)));
                        case Trust.AsServed _ -> store(List.of(chain.getLast()));
                    });
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new CertificateException("This Java checks no certificates."));
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException(e.getMessage(), e);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (IOException e) {
            throw new CertificateException("the root " + file + " cannot be read", e);
        }
    }

    private static KeyStore store(Collection<? extends Certificate> roots)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate root : roots) {
            store.setCertificateEntry("root-" + number, root);
            number++;
        }
        return store;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("Only sockets are asked.");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type) throws CertificateException {
        throw new CertificateException("Only sockets are asked.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type) throws CertificateException {
        throw new CertificateException("Nobody is served.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type, Socket socket) throws CertificateException {
        throw new CertificateException("Nobody is served.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("Nobody is served.");
    }
}
