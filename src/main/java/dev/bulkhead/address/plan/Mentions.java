package dev.bulkhead.address.plan;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finder of addresses of a network that stand where no edit follows: in variables, labels and commands of services.
 */
public final class Mentions {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![0-9A-Fa-f:.])([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})");

    private Mentions() {}

    /** Returns where addresses of a network's stated subnets stand, without the values, which can be secrets. */
    public static List<String> of(Topology topology, String key) {
        List<Cidr> ranges = topology.network(key).stream()
                .map((Network n) -> DeclaredRange.of(topology, n))
                .flatMap(List::stream)
                .map(DeclaredRange::cidr)
                .toList();
        List<String> places = new ArrayList<>();
        for (Service service : topology.services().values()) {
            service.container().environment().forEach((name, value) -> {
                if (mentions(value, ranges)) {
                    places.add(name + " of " + service.key());
                }
            });
            service.container().labels().forEach((name, value) -> {
                if (mentions(value, ranges)) {
                    places.add("label " + name + " of " + service.key());
                }
            });
            if (service.container().command().stream().anyMatch(word -> mentions(word, ranges))) {
                places.add("the command of " + service.key());
            }
        }
        return places;
    }

    private static boolean mentions(String text, List<Cidr> ranges) {
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            boolean inside = Ip.tryParse(matcher.group(1))
                    .filter(ip -> ranges.stream().anyMatch(r -> r.contains(ip)))
                    .isPresent();
            if (inside) {
                return true;
            }
        }
        return false;
    }
}
