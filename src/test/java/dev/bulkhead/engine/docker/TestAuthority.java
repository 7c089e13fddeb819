package dev.bulkhead.engine.docker;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Authority that signs certificates of engines and of those who ask them, as people make one for a remote engine. */
final class TestAuthority {

    /** A certificate with its key. */
    record Signed(X509Certificate certificate, KeyPair keys) {}

    private final Signed root;

    TestAuthority(String name) throws Exception {
        KeyPair keys = keys();
        X500Principal subject = new X500Principal("CN=" + name);
        JcaX509v3CertificateBuilder builder = builder(subject, subject, keys, Duration.ofDays(1));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        this.root = new Signed(signed(builder, keys), keys);
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** Signs a certificate for a host name or IPv4 address that is valid from two days ago for so long. */
    Signed sign(String host, Duration lasts) throws Exception {
        KeyPair keys = keys();
        JcaX509v3CertificateBuilder builder =
                builder(root.certificate().getSubjectX500Principal(), new X500Principal("CN=" + host), keys, lasts);
        int kind = host.matches("[\\d.]+") ? GeneralName.iPAddress : GeneralName.dNSName;
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, host)));
        return new Signed(signed(builder, root.keys()), keys);
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, KeyPair keys, Duration lasts) {
        Instant start = Instant.now().minus(Duration.ofDays(2));
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(start),
                Date.from(start.plus(lasts.plusDays(subject.equals(issuer) ? 9 : 0))),
                subject,
                keys.getPublic());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair signer) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
    }

    /** Writes the authority's certificate as ca.pem into a folder. */
    Path trustedIn(Path folder) throws IOException {
        Files.writeString(folder.resolve("ca.pem"), pem(root.certificate()));
        return folder;
    }

    /** Writes a certificate and its key as those of who asks into a folder. */
    static void own(Path folder, Signed signed) throws IOException {
        Files.writeString(folder.resolve("cert.pem"), pem(signed.certificate()));
        Files.writeString(
                folder.resolve("key.pem"),
                pem(new JcaPKCS8Generator(signed.keys().getPrivate(), null)));
    }

    private static String pem(Object thing) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        }
        return text.toString();
    }

    /** Returns what a server encrypts with that shows a certificate and trusts those that this authority signed. */
    SSLContext server(Signed shown) throws Exception {
        KeyStore own = KeyStore.getInstance(KeyStore.getDefaultType());
        own.load(null, null);
        own.setKeyEntry("own", shown.keys().getPrivate(), new char[0], new Certificate[] {shown.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("root", root.certificate());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), managers.getTrustManagers(), null);
        return context;
    }
}
