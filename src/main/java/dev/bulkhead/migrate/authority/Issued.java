package dev.bulkhead.migrate.authority;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/**
 * Certificate with the key that belongs to it.
 *
 * @param certificate the certificate
 * @param key its private key, which nobody else may see
 */
public record Issued(X509Certificate certificate, PrivateKey key) {

    /** Returns the certificate as PEM. */
    public String certificatePem() {
        return pem(certificate);
    }

    /** Returns the key as PEM (PKCS #8), as every proxy reads it. */
    public String keyPem() {
        return pem(key);
    }

    static String pem(PrivateKey key) {
        try {
            return write(new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read or written
        }
    }

    static String pem(X509Certificate certificate) {
        return write(certificate);
    }

    private static String write(Object thing) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it goes to memory
        }
        return text.toString();
    }

    /** Names the certificate alone. */
    @Override
    public String toString() {
        return "Issued[" + certificate.getSubjectX500Principal() + "]";
    }
}
