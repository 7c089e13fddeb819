package dev.bulkhead.engine.docker.line;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.transport.SSLConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates and key for an encrypted connection to an engine, as the docker client names them: ca.pem, which signed the
 * engine's, and where the engine asks who comes, cert.pem with key.pem.
 *
 * @param folder where they are
 */
public record EngineKeys(Path folder) {

    private static final String AUTHORITY = "ca.pem";
    private static final List<String> OWN = List.of("cert.pem", "key.pem");

    /** Returns the files without which no connection can be made; empty when those that are needed are there. */
    public List<String> missing() {
        List<String> absent = OWN.stream().filter(name -> !has(name)).toList();
        if (!has(AUTHORITY)) {
            return absent.size() == OWN.size() ? List.of(AUTHORITY) : all(absent);
        }
        return absent.size() == OWN.size() ? List.of() : absent; // the docker client, too, comes without its own
    }

    private static List<String> all(List<String> absent) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(AUTHORITY), absent.stream())
                .toList();
    }

    /** Returns whether nothing is there that says who comes. */
    public boolean anonymous() {
        return !has(OWN.getFirst());
    }

    /** Returns what is wrong with the dates of the certificate that says who comes, as a part of a sentence. */
    public Optional<String> objection() {
        try (InputStream file = Files.newInputStream(folder.resolve(OWN.getFirst()))) {
            if (CertificateFactory.getInstance("X.509").generateCertificate(file) instanceof X509Certificate own) {
                own.checkValidity();
            }
            return Optional.empty();
        } catch (CertificateExpiredException ended) {
            return Optional.of(dated("ended at", ended));
        } catch (CertificateNotYetValidException early) {
            return Optional.of(dated("begins at", early));
        } catch (GeneralSecurityException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the date that Java tells of a certificate, which names the field before it. */
    public static String dated(String words, CertificateException told) {
        return words + " " + String.valueOf(told.getMessage()).replaceFirst("^Not(After|Before): ", "");
    }

    private boolean has(String name) {
        return Files.isReadable(folder.resolve(name));
    }

    /** Returns what HTTP clients encrypt with; fails where a file holds something else, never falling back to clear text. */
    SSLConfig encryption() {
        SSLContext context;
        try {
            context = has(OWN.getFirst())
                    ? new LocalDirectorySSLConfig(folder.toString()).getSSLContext()
                    : authorityOnly();
        } catch (DockerClientException | GeneralSecurityException | IOException e) {
            throw new UnusableKeys(folder, e);
        }
        SSLContext made = Optional.ofNullable(context).orElseThrow(() -> new UnusableKeys(folder, null));
        return () -> made;
    }

    private SSLContext authorityOnly() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(folder.resolve(AUTHORITY))) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                trusted.setCertificateEntry("authority" + trusted.size(), one);
            }
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
