package dev.bulkhead.migrate.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issuer of certificates of a private authority (RFC 5280), with keys on the curve P-256, which every browser knows. Its root
 * can sign for the domains alone that it was made for, so that whoever steals its key cannot pass for anybody else.
 */
public final class Issuer {

    /** A root is installed by hand on every machine, so it lasts. */
    public static final Duration ROOT_LASTS = Duration.ofDays(3650);

    /** A leaf is renewed by a timer, so that a stolen one is soon worth nothing. */
    public static final Duration LEAF_LASTS = Duration.ofDays(30);

    private static final String CURVE = "secp256r1";

    /** Clocks of other machines go wrong. */
    private static final Duration BACKDATED = Duration.ofHours(1);

    private final InstantSource clock;
    private final SecureRandom random;

    public Issuer(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** Makes a key. */
    public PrivateKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE), random);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw without(e);
        }
    }

    /** Makes a root with a key of its own. */
    public Issued root(String name, List<String> hosts) {
        PrivateKey key = key();
        return new Issued(root(key, name, hosts), key);
    }

    /** Makes a leaf with a key of its own. */
    public Issued leaf(Issued root, List<String> hosts) {
        PrivateKey key = key();
        return new Issued(leaf(root, key, hosts), key);
    }

    /** Makes a root that signs for the domains of host names. */
    X509Certificate root(PrivateKey key, String name, List<String> hosts) {
        try {
            PublicKey open = open(key);
            X500Principal subject = new X500Principal("CN=" + name + ", O=Bulkhead private authority");
            X509v3CertificateBuilder builder = builder(subject, subject, open, ROOT_LASTS);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(open));
            builder.addExtension(
                    Extension.nameConstraints,
                    true,
                    new NameConstraints(
                            domains(hosts).stream()
                                    .map(domain -> new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain)))
                                    .toArray(GeneralSubtree[]::new),
                            null));
            return signed(builder, key);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw without(e);
        }
    }

    /** Makes a leaf for host names, signed by a root. */
    X509Certificate leaf(Issued root, PrivateKey key, List<String> hosts) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = builder(
                    root.certificate().getSubjectX500Principal(),
                    new X500Principal("CN=" + hosts.getFirst()),
                    open(key),
                    LEAF_LASTS);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(root.certificate()));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(hosts.stream()
                            .map(host -> new GeneralName(GeneralName.dNSName, host))
                            .toArray(GeneralName[]::new)));
            return signed(builder, root.key());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw without(e);
        }
    }

    /** Returns the domains of host names: each without its first part, or the name where it has only one. */
    public static List<String> domains(List<String> hosts) {
        TreeSet<String> domains = new TreeSet<>();
        hosts.forEach(host -> domains.add(host.contains(".") ? host.substring(host.indexOf('.') + 1) : host));
        return List.copyOf(domains);
    }

    /** Returns host names that a root does not sign for. */
    static List<String> outside(X509Certificate root, List<String> hosts) {
        byte[] constraints = root.getExtensionValue(Extension.nameConstraints.getId());
        if (constraints == null) {
            return List.of();
        }
        List<String> permitted = Arrays.stream(NameConstraints.getInstance(
                                ASN1OctetString.getInstance(constraints).getOctets())
                        .getPermittedSubtrees())
                .map(tree -> tree.getBase().getName().toString())
                .toList();
        return hosts.stream()
                .filter(host ->
                        permitted.stream().noneMatch(domain -> host.equals(domain) || host.endsWith("." + domain)))
                .toList();
    }

    /** The public half of a key is its number times the curve's base point (SEC 1, 3.2.1). */
    private static PublicKey open(PrivateKey key) throws GeneralSecurityException {
        if (!(key instanceof ECPrivateKey secret)) {
            throw new GeneralSecurityException("the key is on no elliptic curve");
        }
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec(CURVE);
        ECPoint point = curve.getG().multiply(secret.getS()).normalize();
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new java.security.spec.ECPoint(
                                point.getAffineXCoord().toBigInteger(),
                                point.getAffineYCoord().toBigInteger()),
                        secret.getParams()));
    }

    private static IllegalStateException without(Exception cause) {
        return new IllegalStateException("This Java makes no certificates: " + cause.getMessage(), cause);
    }

    private X509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, PublicKey key, Duration lasts) {
        Instant now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, random).setBit(64),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(lasts)),
                subject,
                key);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }
}
