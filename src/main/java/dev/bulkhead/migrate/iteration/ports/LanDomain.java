package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.proxy.route.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Domain of the names that people open in the LAN. */
public final class LanDomain {

    /** The domain for homes that no one else has (RFC 8375). */
    private static final String HOME = "home.arpa";

    private static final String MDNS = "local";

    private LanDomain() {}

    /** Returns the domain that most names of routes have already, else the one that is meant for homes. */
    public static String proposed(List<Route> routes) {
        Map<String, Long> domains = routes.stream()
                .flatMap(route -> route.match().hosts().stream())
                .filter(host -> host.indexOf('.') > 0)
                .map(host -> host.substring(host.indexOf('.') + 1))
                // a variable that nobody has set leaves an empty one
                .filter(domain -> !domain.isEmpty() && !mdns(domain))
                .collect(Collectors.groupingBy(domain -> domain, TreeMap::new, Collectors.counting()));
        return domains.entrySet().stream()
                .max(Comparator.comparing(Map.Entry<String, Long>::getValue)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(HOME);
    }

    /** Returns whether multicast DNS owns a name (RFC 6762). */
    public static boolean mdns(String name) {
        return name.equals(MDNS) || name.endsWith("." + MDNS);
    }

    /** Returns the whole name of an answer: one without a dot stands before the domain. */
    public static String whole(String name, String domain) {
        return name.contains(".") ? name : name + "." + domain;
    }
}
