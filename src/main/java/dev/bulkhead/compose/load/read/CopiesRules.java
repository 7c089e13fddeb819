package dev.bulkhead.compose.load.read;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Rules of what only one of several containers of a service can have: a port of the host, an address. */
final class CopiesRules {

    private static final Set<String> OF_THE_LAN = Set.of("macvlan", "ipvlan");

    private final Topology topology;
    private final Problems problems;

    /** Taker of the faults that are found. */
    interface Problems {
        void problem(Element subject, Element at, String message, String fix);
    }

    CopiesRules(Topology topology, Problems problems) {
        this.topology = topology;
        this.problems = problems;
    }

    void check(Service service, int copies) {
        if (copies < 2) {
            return;
        }
        for (int i = 0; publishes(service) && i < service.ports().size(); i++) {
            Optional<String> published = service.ports().get(i).published();
            int room = published.map(CopiesRules::width).orElse(copies);
            if (room < copies) {
                problems.problem(
                        Element.service(service.key()),
                        Element.port(service.key(), i),
                        "the service " + service.key() + " runs " + copies + " containers, but publishes "
                                + service.ports().get(i).text() + ", which only " + room + " of them can have",
                        "let a proxy lead to it, publish a range of " + copies + " ports, or run fewer");
            }
        }
        service.attachments().stream()
                .filter(attachment -> attachment.ipv4().or(attachment::ipv6).isPresent())
                .forEach(attachment -> problems.problem(
                        Element.service(service.key()),
                        Element.membership(service.key(), attachment.network()),
                        "the service " + service.key() + " runs " + copies + " containers, but only one of them can"
                                + " have the address that it states on " + attachment.network(),
                        "remove the address, or run one"));
    }

    /** On internal networks and on those of the LAN alone the engine publishes no port, and so nobody takes it from another. */
    private boolean publishes(Service service) {
        return switch (service.networkMode()) {
            case NetworkMode.Host _, NetworkMode.None _ -> false;
            case NetworkMode.Networks _ ->
                !isOnlyOn(service, Network::internal) && !isOnlyOn(service, CopiesRules::ofTheLan);
            case NetworkMode.DefaultBridge _, NetworkMode.Named _, NetworkMode.OfService _, NetworkMode.OfContainer _ ->
                true;
        };
    }

    private boolean isOnlyOn(Service service, Predicate<Network> kind) {
        return !service.attachments().isEmpty()
                && service.attachments().stream()
                        .allMatch(attachment -> topology.network(attachment.network())
                                .filter(network -> !network.external() && kind.test(network))
                                .isPresent());
    }

    private static boolean ofTheLan(Network network) {
        return network.options().driver().filter(OF_THE_LAN::contains).isPresent();
    }

    private static int width(String published) {
        String[] ends = published.split("-", 2);
        try {
            return ends.length == 1 ? 1 : Integer.parseInt(ends[1].strip()) - Integer.parseInt(ends[0].strip()) + 1;
        } catch (NumberFormatException other) {
            return Integer.MAX_VALUE;
        }
    }
}
