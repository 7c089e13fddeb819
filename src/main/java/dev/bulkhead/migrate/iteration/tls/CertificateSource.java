package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.goal.Awaited.Trust;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Source of certificates, as the operator chose it. */
sealed interface CertificateSource {

    /** A root of the project's own, which people install, and a leaf that it signs. */
    record PrivateAuthority() implements CertificateSource {}

    /**
     * Files that the operator has.
     *
     * @param certificate the chain, relative to the project directory
     * @param key its key, likewise
     * @param root the root that signed it, likewise; empty where browsers know it
     */
    record Own(String certificate, String key, Optional<String> root) implements CertificateSource {}

    /**
     * An authority that is asked by ACME (RFC 8555).
     *
     * @param challenge how it sees that names are the operator's
     * @param email whom it writes to
     * @param directory where it is; empty for Let's Encrypt, whose staging comes first
     * @param onlyStaging whether it ends with staging
     */
    record Acme(Challenge challenge, Optional<String> email, Optional<Directory> directory, boolean onlyStaging)
            implements CertificateSource {}

    /** The machine's own name in a Tailscale network, whose daemon fetches the certificate. */
    record Tailscale() implements CertificateSource {}

    /** How an authority sees that a name is the operator's. */
    sealed interface Challenge {
        /** It asks the name for a page on port 80. */
        record Http() implements Challenge {}

        /**
         * It asks DNS for a record, which the proxy makes through the provider's interface.
         *
         * @param provider the provider, as lego calls it
         */
        record Dns(DnsProvider provider) implements Challenge {}
    }

    /**
     * An authority other than Let's Encrypt.
     *
     * @param url its directory
     * @param root the root by which its own interface is trusted, relative to the project directory; empty for a public one
     */
    record Directory(String url, Optional<String> root) {}

    /** Returns whose signature counts once all is done. */
    default Trust trust() {
        return switch (this) {
            case PrivateAuthority _ -> new Trust.Roots(TlsFiles.ROOT);
            case Own own -> own.root().<Trust>map(Trust.Roots::new).orElseGet(Trust.Public::new);
            case Acme acme ->
                acme.directory().isPresent() || acme.onlyStaging() ? new Trust.AsServed() : new Trust.Public();
            case Tailscale _ -> new Trust.Public();
        };
    }

    /**
     * Provider of DNS that takes one token for everything, by the name and the variable of lego, the ACME client in Traefik (lego
     * documentation, DNS Providers; each of its variables has a twin with {@code _FILE}).
     */
    enum DnsProvider {
        CLOUDFLARE("cloudflare", "CF_DNS_API_TOKEN"),
        DESEC("desec", "DESEC_TOKEN"),
        DIGITALOCEAN("digitalocean", "DO_AUTH_TOKEN"),
        DNSIMPLE("dnsimple", "DNSIMPLE_OAUTH_TOKEN"),
        DUCKDNS("duckdns", "DUCKDNS_TOKEN"),
        DYNU("dynu", "DYNU_API_KEY"),
        GANDI("gandiv5", "GANDIV5_PERSONAL_ACCESS_TOKEN"),
        HETZNER("hetzner", "HETZNER_API_KEY"),
        INFOMANIAK("infomaniak", "INFOMANIAK_ACCESS_TOKEN"),
        LINODE("linode", "LINODE_TOKEN"),
        NJALLA("njalla", "NJALLA_TOKEN"),
        VULTR("vultr", "VULTR_API_KEY");

        private final String code;
        private final String variable;

        DnsProvider(String code, String variable) {
            this.code = code;
            this.variable = variable;
        }

        String code() {
            return code;
        }

        /** Returns the variable that names the file of its token. */
        String fileVariable() {
            return variable + "_FILE";
        }

        static Optional<DnsProvider> of(String code) {
            return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
        }

        static String known() {
            return Arrays.stream(values()).map(DnsProvider::code).collect(Collectors.joining(", "));
        }
    }
}
