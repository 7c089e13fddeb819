package dev.bulkhead.migrate.iteration.tls;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

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
