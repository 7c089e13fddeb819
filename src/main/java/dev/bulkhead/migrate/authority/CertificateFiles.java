package dev.bulkhead.migrate.authority;

import dev.bulkhead.migrate.goal.SecretSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Files of certificates and keys of a project: what is written into new ones, made of those that are there. */
public final class CertificateFiles {

    private final Path root;
    private final Issuer issuer;

    /**
     * Works in a project.
     *
     * @param root the project directory
     */
    public CertificateFiles(Path root, Issuer issuer) {
        this.root = root;
        this.issuer = issuer;
    }

    /** Returns a new private key as PEM. */
    public String key() {
        return Issued.pem(issuer.key());
    }

    /**
     * Returns a new certificate as PEM.
     *
     * @throws IOException if the key or the authority cannot be read, or the authority does not sign for a host
     */
    public String signed(SecretSource.Signed wanted) throws IOException {
        PrivateKey key = readKey(wanted.key());
        if (wanted.authority().isEmpty()) {
            return Issued.pem(issuer.root(key, wanted.name(), wanted.hosts()));
        }
        String authority = wanted.authority().get();
        X509Certificate signer = readCertificate(authority);
        List<String> strange = Issuer.outside(signer, wanted.hosts());
        if (!strange.isEmpty()) {
            throw new IOException(authority + " does not sign for " + String.join(", ", strange)
                    + "; rename that host, or move " + authority + " and its key away, so that a new root is made");
        }
        return Issued.pem(issuer.leaf(new Issued(signer, readKey(keyOf(authority))), key, wanted.hosts()));
    }

    /** Returns the file of the key that belongs to a certificate file. */
    public static String keyOf(String certificate) {
        return certificate.replaceFirst("\\.[a-z]+$", "") + ".key";
    }

    /**
     * Returns the first certificate of a file.
     *
     * @throws IOException if there is none
     */
    public X509Certificate readCertificate(String name) throws IOException {
        try (InputStream in = Files.newInputStream(root.resolve(name))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (GeneralSecurityException e) {
            throw new IOException(name + " holds no certificate", e);
        }
    }

    private PrivateKey readKey(String name) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(root.resolve(name))))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            return switch (parser.readObject()) {
                case PrivateKeyInfo info -> converter.getPrivateKey(info);
                case PEMKeyPair pair -> converter.getKeyPair(pair).getPrivate();
                case null, default -> throw new IOException(name + " holds no private key as PEM");
            };
        }
    }

    /** Returns whether a certificate is for each of some host names. */
    public static boolean covers(X509Certificate certificate, List<String> hosts) throws IOException {
        try {
            List<String> names = certificate.getSubjectAlternativeNames() == null
                    ? List.of()
                    : certificate.getSubjectAlternativeNames().stream()
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
            return hosts.stream().allMatch(host -> names.contains(host) || names.contains(wildcard(host)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the names of a certificate cannot be read", e);
        }
    }

    /** Returns the certificates that stand in a text as PEM; none where it holds none. */
    public static List<X509Certificate> chain(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException unreadable) {
            return List.of();
        }
    }

    private static String wildcard(String host) {
        return "*" + host.substring(Math.max(0, host.indexOf('.')));
    }
}
