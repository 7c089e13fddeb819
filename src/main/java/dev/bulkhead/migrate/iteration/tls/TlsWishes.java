package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Wishes of the operator for TLS, as answered and held against one another.
 *
 * @param source where certificates come from
 * @param modern whether TLS 1.3 alone is spoken
 * @param hsts whether browsers are told to come by HTTPS from then on (RFC 6797)
 */
record TlsWishes(CertificateSource source, boolean modern, boolean hsts) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
    /** Names under which nobody outside signs (RFC 6761, 6762, 8375; ICANN board on .internal). */
    private static final List<String> PRIVATE_DOMAINS = List.of(
            "lan",
            "local",
            "localhost",
            "internal",
            "home",
            "corp",
            "test",
            "example",
            "invalid",
            "home.arpa",
            "localdomain",
            "intranet",
            "private");

    /** Certificates for a registered domain within a week (Let's Encrypt documentation, Rate Limits). */
    private static final int MOST_NAMES = 50;

    static TlsWishes of(Answers answers, List<String> hosts) throws AnswersException {
        CertificateSource source = source(answers, hosts);
        boolean staging = source instanceof CertificateSource.Acme acme && acme.onlyStaging();
        return new TlsWishes(
                source,
                answered(answers, TlsQuestions.VERSIONS).equals(TlsQuestions.MODERN),
                // a browser that was told so cannot click a certificate of staging away any more
                answered(answers, TlsQuestions.HSTS).equals(TlsQuestions.ON) && !staging);
    }

    private static CertificateSource source(Answers answers, List<String> hosts) throws AnswersException {
        return switch (answered(answers, TlsQuestions.CERTIFICATE)) {
            case TlsQuestions.OWN ->
                new CertificateSource.Own(
                        path(answers, TlsQuestions.OWN_CERTIFICATE)
                                .orElseThrow(() -> missing(TlsQuestions.OWN_CERTIFICATE)),
                        path(answers, TlsQuestions.OWN_KEY).orElseThrow(() -> missing(TlsQuestions.OWN_KEY)),
                        path(answers, TlsQuestions.OWN_ROOT));
            case TlsQuestions.ACME_HTTP -> acme(answers, hosts, new CertificateSource.Challenge.Http());
            case TlsQuestions.ACME_DNS -> {
                String provider = answered(answers, TlsQuestions.DNS_PROVIDER);
                yield acme(
                        answers,
                        hosts,
                        new CertificateSource.Challenge.Dns(CertificateSource.DnsProvider.of(provider)
                                .orElseThrow(() -> new AnswersException("The answer to '" + TlsQuestions.DNS_PROVIDER
                                        + "' is '" + provider + "'; it has to be one of "
                                        + CertificateSource.DnsProvider.known() + "."))));
            }
            case TlsQuestions.TAILSCALE -> {
                for (String host : hosts) {
                    if (!host.endsWith(".ts.net")) {
                        throw new AnswersException(
                                "Tailscale signs for the machine's own name under ts.net, and not for "
                                        + host + "; rename its route, or answer private or own to '"
                                        + TlsQuestions.CERTIFICATE
                                        + "'.");
                    }
                }
                yield new CertificateSource.Tailscale();
            }
            default -> new CertificateSource.PrivateAuthority();
        };
    }

    private static CertificateSource acme(Answers answers, List<String> hosts, CertificateSource.Challenge challenge)
            throws AnswersException {
        String url = answered(answers, TlsQuestions.DIRECTORY);
        if (!url.isEmpty() && !url.matches("https://\\S+")) {
            throw new AnswersException("The answer to '" + TlsQuestions.DIRECTORY + "' is '" + url
                    + "'; the directory of an authority begins with https://, and Let's Encrypt needs no answer.");
        }
        String email = answered(answers, TlsQuestions.EMAIL);
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw new AnswersException("The answer to '" + TlsQuestions.EMAIL + "' is '" + email
                    + "', which is no address of mail; write for instance me@example.org, or nothing.");
        }
        Optional<CertificateSource.Directory> directory = Optional.empty();
        if (url.isEmpty()) {
            limits(hosts);
        } else {
            directory = Optional.of(new CertificateSource.Directory(url, path(answers, TlsQuestions.DIRECTORY_ROOT)));
        }
        return new CertificateSource.Acme(
                challenge,
                Optional.of(email).filter(text -> !text.isEmpty()),
                directory,
                url.isEmpty() && answered(answers, TlsQuestions.STAGE).equals(TlsQuestions.STAGING));
    }

    /** What Let's Encrypt would refuse is not asked of it: failed and repeated orders are counted. */
    private static void limits(List<String> hosts) throws AnswersException {
        for (String host : hosts) {
            if (isPrivate(host)) {
                throw new AnswersException("No public authority signs for " + host
                        + ", which is a name of your LAN alone; give the route a name of a domain that you own,"
                        + " or answer private or own to '" + TlsQuestions.CERTIFICATE + "'.");
            }
        }
        if (hosts.size() > MOST_NAMES) {
            throw new AnswersException(hosts.size() + " names are more than the " + MOST_NAMES
                    + " certificates a week that Let's Encrypt gives a domain; answer own with a certificate for all names"
                    + " below it, or encrypt fewer routes first.");
        }
    }

    /** Returns whether a name is one of a LAN. */
    static boolean isPrivate(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return !name.contains(".")
                || PRIVATE_DOMAINS.stream().anyMatch(domain -> name.endsWith("." + domain))
                || name.matches("[\\d.]+");
    }

    private static Optional<String> path(Answers answers, String question) throws AnswersException {
        String path = answered(answers, question);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (!PATH.matcher(path).matches() || path.contains("..")) {
            throw new AnswersException("The answer to '" + question + "' is '" + path
                    + "'; it has to be a file inside the project, for instance tls/own/fullchain.pem.");
        }
        return Optional.of(path);
    }

    private static AnswersException missing(String question) {
        return new AnswersException(
                "There is no answer to '" + question + "'; name the file, for instance tls/own/fullchain.pem.");
    }

    private static String answered(Answers answers, String question) {
        return answers.value(question).orElse("").strip();
    }
}
