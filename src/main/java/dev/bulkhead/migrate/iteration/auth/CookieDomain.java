package dev.bulkhead.migrate.iteration.auth;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Domain of a cookie by which people stay signed in: browsers send it to every host of the domain, so all guarded hosts and
 * the portal have to be in one (RFC 6265, 5.1.3).
 *
 * @param name for instance {@code home.example.org}
 */
record CookieDomain(String name) {

    /**
     * Domains below which everybody can have names, so that browsers keep no cookie for them (publicsuffix.org), of those that
     * homes use.
     */
    private static final Set<String> EVERYBODYS = Set.of(
            "home.arpa",
            "duckdns.org",
            "dynv6.net",
            "dedyn.io",
            "ddns.net",
            "hopto.org",
            "no-ip.org",
            "zapto.org",
            "myfritz.net",
            "nip.io",
            "sslip.io",
            "synology.me",
            "ts.net");

    /** Returns the domain that a host stands in. */
    static CookieDomain around(String host) {
        int dot = host.indexOf('.');
        return new CookieDomain(host.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Returns why no browser would keep a cookie for it, as a sentence; empty where one does. */
    Optional<String> obstacle() {
        if (!name.contains(".")) {
            return Optional.of("Browsers keep no cookie for " + name
                    + ", which is one word, so nobody could stay signed in; give the routes names below a domain of two"
                    + " words or more, such as media." + name + ".");
        }
        return EVERYBODYS.contains(name)
                ? Optional.of("Browsers keep no cookie for " + name
                        + ", below which everybody can have names (publicsuffix.org), so nobody could stay signed in; give"
                        + " the routes names below one of your own, such as media." + name + ".")
                : Optional.empty();
    }

    /** Returns whether a host is in it. */
    boolean has(String host) {
        return host.equals(name) || host.endsWith("." + name);
    }
}
