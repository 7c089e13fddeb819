package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.migrate.iteration.ports.LanDomain;
import dev.bulkhead.proxy.ProxyServer;
import dev.bulkhead.topology.PortMapping;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Portal that people sign in at: where it is opened.
 *
 * @param host its host name
 * @param path where it stands below that; empty for a host of its own
 * @param port what follows the host in addresses, with a colon at its front; empty for the usual port
 * @param domain where its cookies are sent
 */
record Portal(String host, String path, String port, CookieDomain domain) {

    /** Where it stands on a host that other routes have as well. */
    private static final String BELOW = "/authelia";

    private static final String HTTPS = "443";

    /** Returns the name that is proposed for it: one beside the others, or the only one that there is. */
    static String proposed(List<Entrance> encrypted) {
        Set<String> hosts = hosts(encrypted);
        return hosts.size() == 1
                        && encrypted.stream()
                                .anyMatch(entrance -> !entrance.paths().isEmpty()
                                        || entrance.written().isPresent())
                ? hosts.iterator().next()
                : "auth."
                        + LanDomain.proposed(encrypted.stream()
                                .flatMap(entrance -> entrance.routes().stream())
                                .toList());
    }

    /** Returns the encrypted entrance of a proxy that the portal is opened beside: one on the usual port before others. */
    static Optional<Entrance> beside(List<Entrance> encrypted, ProxyServer proxy) {
        return encrypted.stream()
                .filter(entrance -> entrance.proxy().equals(proxy.key()))
                .min(Comparator.comparing(
                        entrance -> entrance.request().written().isPresent()));
    }

    private static Set<String> hosts(List<Entrance> entrances) {
        return entrances.stream().flatMap(entrance -> entrance.hosts().stream()).collect(Collectors.toSet());
    }

    /**
     * Returns the portal of a name.
     *
     * @param encrypted the entrances that can be guarded
     * @param proxy the proxy that it is opened through
     */
    static Portal of(String name, List<Entrance> encrypted, ProxyServer proxy) {
        String domain = LanDomain.proposed(encrypted.stream()
                .flatMap(entrance -> entrance.routes().stream())
                .toList());
        String host = LanDomain.whole(name, domain);
        boolean shared = hosts(encrypted).contains(host);
        boolean alone = shared && hosts(encrypted).size() == 1;
        return new Portal(
                host,
                shared ? BELOW : "",
                port(proxy, encrypted),
                alone ? new CookieDomain(host) : CookieDomain.around(host));
    }

    /** The port of the host by which encrypted requests come in, where it is not the usual one. */
    private static String port(ProxyServer proxy, List<Entrance> encrypted) {
        Optional<Integer> target =
                beside(encrypted, proxy).map(entrance -> entrance.request().port());
        return proxy.service().ports().stream()
                .filter(mapping -> target.equals(Optional.of(mapping.target())))
                .map(PortMapping::published)
                .flatMap(Optional::stream)
                .filter(published -> published.matches("\\d+") && !published.equals(HTTPS))
                .map(published -> ":" + published)
                .findFirst()
                .orElse("");
    }

    /** Returns its address, without a slash at its end. */
    String url() {
        return "https://" + host + port + path;
    }
}
