package dev.bulkhead.migrate.iteration;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Default routes of a project's services as they are: the network that carries what leaves a service and its published
 * ports, whose driver options therefore hold for it (moby {@code libnetwork/sandbox.go}, {@code Endpoint.Less}).
 */
public final class PresentRoute {

    private static final String BRIDGE_NAME = "com.docker.network.bridge.name";

    private final IterationInput input;

    /** Routes of a project as it is. */
    public PresentRoute(IterationInput input) {
        this.input = input;
    }

    /** A membership that can be a default route. */
    private record Way(String network, int priority) {}

    /** Returns the real name of the network; empty for a service without a way out. */
    public Optional<String> of(String service) {
        return way(service).map(Way::network);
    }

    private Optional<Way> way(String service) {
        Optional<ObservedContainer> container =
                input.observed().containers(input.topology().project(), service).stream()
                        .findFirst();
        List<Way> ways = container.isPresent()
                ? container.get().endpoints().stream()
                        .map(endpoint -> new Way(endpoint.network(), endpoint.gwPriority()))
                        .toList()
                : input.topology().service(service).stream()
                        .flatMap(s -> s.attachments().stream())
                        .map(a -> new Way(realName(a), a.gwPriority()))
                        .toList();
        return ways.stream()
                .filter(way -> !internal(way.network()))
                .min(Comparator.comparingInt(Way::priority).reversed().thenComparing(Way::network));
    }

    private String realName(Attachment attachment) {
        return input.topology().network(attachment.network()).map(Network::name).orElse(attachment.network());
    }

    /**
     * Returns a membership ranked below the present route where it would take that over.
     *
     * @param wanted the membership
     * @param realName the real name of its network
     * @param internal whether its network is internal
     */
    public Attachment beside(String service, Attachment wanted, String realName, boolean internal) {
        boolean takesOver = way(service)
                .filter(way -> way.priority() == 0 && realName.compareTo(way.network()) < 0)
                .isPresent();
        return input.engine().choosesDefaultRoute() && !internal && takesOver ? wanted.withGwPriority(-1) : wanted;
    }

    /** Returns the driver options that all of the services' routes have in common. */
    public SortedMap<String, String> options(List<String> services) {
        Optional<SortedMap<String, String>> common = services.stream()
                .flatMap(service -> of(service).stream())
                .distinct()
                .map(this::options)
                .reduce((a, b) -> {
                    SortedMap<String, String> both = new TreeMap<>(a);
                    both.entrySet().retainAll(b.entrySet());
                    return both;
                });
        return common.orElseGet(TreeMap::new);
    }

    /** The name of a bridge is one network's own. */
    private SortedMap<String, String> options(String network) {
        Map<String, String> stated = input.observed()
                .network(network)
                .map(ObservedNetwork::options)
                .or(() -> input.topology().networks().values().stream()
                        .filter(n -> n.name().equals(network))
                        .map(Network::options)
                        .findFirst())
                .map(options -> options.driverOpts())
                .orElse(Map.of());
        SortedMap<String, String> options = new TreeMap<>(stated);
        options.remove(BRIDGE_NAME);
        return options;
    }

    /** Returns option to network for what holds on some of the services' routes and not on the others. */
    public SortedMap<String, String> differing(List<String> services) {
        SortedMap<String, String> common = options(services);
        SortedMap<String, String> differing = new TreeMap<>();
        services.stream()
                .flatMap(service -> of(service).stream())
                .distinct()
                .forEach(network -> options(network).forEach((option, value) -> {
                    if (!value.equals(common.get(option))) {
                        differing.put(option + "=" + value, network);
                    }
                }));
        return differing;
    }

    /** Returns the networks with IPv6 among the services' routes; a new network is made without. */
    public SortedSet<String> withIpv6(List<String> services) {
        return services.stream()
                .flatMap(service -> of(service).stream())
                .filter(network -> input.observed()
                        .network(network)
                        .map(found -> found.options().enableIpv6())
                        .orElse(false))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean internal(String name) {
        return input.observed()
                .network(name)
                .map(network -> network.options().internal())
                .or(() -> input.topology().networks().values().stream()
                        .filter(n -> n.name().equals(name))
                        .map(Network::internal)
                        .findFirst())
                .orElse(false);
    }
}
