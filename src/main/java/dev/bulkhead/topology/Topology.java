package dev.bulkhead.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The networks and services of a Compose project after Compose's own rules (interpolation, includes, merge, defaults).
 *
 * <p>Two topologies are equal when they mean the same; places in files are kept apart in {@link SourceMap}.
 *
 * @param project project name
 * @param networks networks by key, sorted; the implicit {@code default} is present when a service uses it
 * @param services services by key, sorted; those of inactive profiles are included and carry their profiles
 */
public record Topology(String project, SortedMap<String, Network> networks, SortedMap<String, Service> services) {

    public Topology {
        networks = Copies.sorted(networks);
        services = Copies.sorted(services);
    }

    /** Returns a topology of the given networks and services. */
    public static Topology of(String project, List<Network> networks, List<Service> services) {
        SortedMap<String, Network> networkMap = new TreeMap<>();
        networks.forEach(network -> networkMap.put(network.key(), network));
        SortedMap<String, Service> serviceMap = new TreeMap<>();
        services.forEach(service -> serviceMap.put(service.key(), service));
        return new Topology(project, networkMap, serviceMap);
    }

    /** Returns the network of a key. */
    public Optional<Network> network(String key) {
        return Optional.ofNullable(networks.get(key));
    }

    /** Returns the service of a key. */
    public Optional<Service> service(String key) {
        return Optional.ofNullable(services.get(key));
    }

    /** Returns the services that are members of a network, sorted by key. */
    public List<Service> members(String network) {
        return services.values().stream().filter(s -> s.joins(network)).toList();
    }

    /** Returns how many services are members of each network that has any; for whoever goes through all networks. */
    public Map<String, Long> memberCounts() {
        return services.values().stream()
                .flatMap(service ->
                        service.attachments().stream().map(Attachment::network).distinct())
                .collect(Collectors.groupingBy(network -> network, Collectors.counting()));
    }

    /** Returns this topology with one service put in the place of its predecessor. */
    public Topology withService(Service service) {
        Map<String, Service> map = new TreeMap<>(services);
        map.put(service.key(), service);
        return new Topology(project, networks, Copies.sorted(map));
    }

    /** Returns this topology with one network put in the place of its predecessor. */
    public Topology withNetwork(Network network) {
        Map<String, Network> map = new TreeMap<>(networks);
        map.put(network.key(), network);
        return new Topology(project, Copies.sorted(map), services);
    }

    /** Returns this topology without a network; memberships are left as they are. */
    public Topology withoutNetwork(String key) {
        Map<String, Network> map = new TreeMap<>(networks);
        map.remove(key);
        return new Topology(project, Copies.sorted(map), services);
    }

    /**
     * Returns this topology as Compose runs it: without a default network that nothing uses and nothing configures
     * (compose-go {@code loader/normalize.go}).
     */
    public Topology withoutUnusedDefault() {
        boolean bare = network(Network.DEFAULT_KEY)
                .filter(network -> network.options().equals(NetworkOptions.defaults())
                        && network.subnets().isEmpty())
                .isPresent();
        return bare && members(Network.DEFAULT_KEY).isEmpty() ? withoutNetwork(Network.DEFAULT_KEY) : this;
    }
}
