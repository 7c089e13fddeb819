package dev.bulkhead.reach;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.proxy.route.Route;
import dev.bulkhead.reach.names.NameLookup;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Indexer of a topology. */
final class TopologyIndexer {

    private static final NetworkOptions EXTERNAL = NetworkOptions.defaults().withExternal(true);
    /** The host's address on the engine's own bridge, where nobody moved it. */
    private static final String DEFAULT_BRIDGE = "172.17.0.1";

    private static final int[] NO_PROXY = {};

    final ReachOptions options;
    final List<Service> services;
    final Map<String, Integer> index = new HashMap<>();
    final List<NetworkTraits> networks = new ArrayList<>();
    final NetworkNamespace[] namespaces;
    final boolean[] active;

    private final Topology topology;
    private final Map<String, Integer> networkByName = new HashMap<>();
    /** Networks of the project by key, as services name them. */
    private final Map<String, Integer> networkByKey = new HashMap<>();
    /** Keys that stand for the host's own network. */
    private final Set<String> hostNetworks = new HashSet<>();

    private final Map<String, NetworkNamespace> foreign = new HashMap<>();
    private Optional<Map<String, Integer>> byContainer = Optional.empty();

    private TopologyIndexer(Topology topology, ReachOptions options) {
        this.topology = topology;
        this.options = options;
        List<Service> all = new ArrayList<>(topology.services().values());
        options.shared().outsiders().forEach(outsider -> all.add(asService(outsider)));
        this.services = List.copyOf(all);
        this.namespaces = new NetworkNamespace[services.size()];
        this.active = new boolean[services.size()];
    }

    /** A container of others, whose networks are named as the engine does. */
    private static Service asService(NamedOutsider outsider) {
        return new Service(
                Subject.FOREIGN + outsider.name(),
                new NetworkMode.Networks(),
                outsider.names().keySet().stream().sorted().map(Attachment::to).toList(),
                outsider.ports(),
                List.of(),
                List.of(),
                ContainerSpec.ofImage(""));
    }

    static IndexedTopology build(Topology topology, ReachOptions options) {
        TopologyIndexer builder = new TopologyIndexer(topology, options);
        builder.nameEverything();
        NetworkNamespace[] own = new NetworkNamespace[builder.services.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = builder.ownNamespace(i);
        }
        for (int i = 0; i < own.length; i++) {
            int owner = builder.owner(i);
            builder.namespaces[i] = own[owner];
            builder.active[i] = builder.starts(builder.services.get(i)) && builder.starts(builder.services.get(owner));
        }
        return new IndexedTopology(builder);
    }

    private void nameEverything() {
        for (int i = 0; i < services.size(); i++) {
            index.put(services.get(i).key(), i);
        }
        // Two keys can stand for one network: the real name tells.
        for (Network network : topology.networks().values()) {
            if (!networkByName.containsKey(network.name())) {
                networkByName.put(network.name(), networks.size());
                networks.add(NetworkTraits.of(network, options));
            }
            networkByKey.put(network.key(), networkByName.get(network.name()));
            if (network.external() && network.name().equals("host")) {
                hostNetworks.add(network.key());
            }
        }
    }

    private Optional<Integer> container(String name) {
        if (byContainer.isEmpty()) {
            byContainer = Optional.of(containers());
        }
        return Optional.ofNullable(byContainer.get().get(name));
    }

    private Map<String, Integer> containers() {
        Map<String, Integer> containers = new HashMap<>();
        for (int i = 0; i < services.size(); i++) {
            Service service = services.get(i);
            containers.put(topology.project() + "-" + service.key() + "-1", i);
            int number = i;
            service.container().containerName().ifPresent(name -> containers.put(name, number));
        }
        return containers;
    }

    private boolean starts(Service service) {
        Set<String> chosen = options.activeProfiles();
        return service.container().copies() > 0
                && (service.profiles().isEmpty()
                        || chosen.contains("*")
                        || !Collections.disjoint(service.profiles(), chosen));
    }

    /** Returns the service whose namespace a service uses in the end; itself where the chain leads nowhere. */
    private int owner(int service) {
        int at = service;
        for (int steps = 0; steps <= services.size(); steps++) {
            Optional<Integer> next = switch (services.get(at).networkMode()) {
                case NetworkMode.OfService(String key) -> Optional.ofNullable(index.get(key));
                case NetworkMode.OfContainer(String name) -> container(name);
                case NetworkMode.Networks n -> Optional.empty();
                case NetworkMode.Host h -> Optional.empty();
                case NetworkMode.None n -> Optional.empty();
                case NetworkMode.DefaultBridge b -> Optional.empty();
                case NetworkMode.Named n -> Optional.empty();
            };
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return service;
    }

    private NetworkNamespace ownNamespace(int i) {
        Service service = services.get(i);
        return switch (service.networkMode()) {
            case NetworkMode.Host h -> NetworkNamespace.bare(NetworkNamespace.Kind.HOST, i);
            case NetworkMode.None n -> NetworkNamespace.bare(NetworkNamespace.Kind.NONE, i);
            case NetworkMode.OfService(String key) -> outside("service:" + key);
            case NetworkMode.OfContainer(String name) -> outside("container:" + name);
            case NetworkMode.DefaultBridge b -> joined(i, List.of(Attachment.to("bridge")), List.of(defaultBridge()));
            case NetworkMode.Named(String name) -> joined(i, List.of(Attachment.to(name)), List.of(byName(name)));
            case NetworkMode.Networks n ->
                service.key().startsWith(Subject.FOREIGN) ? ofOutsider(i, service) : ofAttachments(i, service);
        };
    }

    private NetworkNamespace ofOutsider(int i, Service outsider) {
        List<Integer> indexes = outsider.attachments().stream()
                .map(attachment ->
                        attachment.network().equals("bridge") ? defaultBridge() : byName(attachment.network()))
                .toList();
        return joined(i, outsider.attachments(), indexes);
    }

    private NetworkNamespace outside(String whose) {
        return foreign.computeIfAbsent(
                whose, w -> NetworkNamespace.bare(NetworkNamespace.Kind.UNKNOWN, IndexedTopology.NOBODY));
    }

    private NetworkNamespace ofAttachments(int i, Service service) {
        // Every edit does this for thousands.
        List<Attachment> attachments = service.attachments();
        if (!hostNetworks.isEmpty()
                && attachments.stream().map(Attachment::network).anyMatch(hostNetworks::contains)) {
            return NetworkNamespace.bare(NetworkNamespace.Kind.HOST, i);
        }
        List<Integer> indexes = new ArrayList<>(attachments.size());
        for (int a = 0; a < attachments.size(); a++) {
            Integer network = networkByKey.get(attachments.get(a).network());
            if (network != null) {
                indexes.add(network);
            }
        }
        if (indexes.isEmpty()) {
            return NetworkNamespace.bare(NetworkNamespace.Kind.NONE, i);
        }
        boolean all = indexes.size() == attachments.size();
        return joined(
                i,
                all
                        ? attachments
                        : attachments.stream()
                                .filter(attachment -> networkByKey.containsKey(attachment.network()))
                                .toList(),
                indexes);
    }

    private NetworkNamespace joined(int i, List<Attachment> attachments, List<Integer> indexes) {
        Gateways gateways = Gateways.of(attachments, indexes, networks, options);
        Service service = services.get(i);
        return new NetworkNamespace(
                NetworkNamespace.Kind.NETWORKS,
                i,
                NetworkSet.of(indexes),
                gateways.first(),
                gateways.second(),
                gateways.bindings(service),
                !service.ports().isEmpty(),
                VpnGuard.of(service));
    }

    /** Returns for each service the indexes of the reverse proxies that have a route to it. */
    int[][] proxies() {
        int[][] proxies = new int[services.size()][];
        Arrays.fill(proxies, NO_PROXY);
        for (Route route : ProxyRoutes.of(topology, options.proxyFiles()).routes()) {
            int proxy = Optional.ofNullable(index.get(route.proxy())).orElse(IndexedTopology.NOBODY);
            int target = route.container()
                    .map(container -> index.get(container.service()))
                    .orElse(IndexedTopology.NOBODY);
            if (target != IndexedTopology.NOBODY
                    && target != proxy
                    && Arrays.stream(proxies[target]).noneMatch(p -> p == proxy)) {
                proxies[target] = Arrays.copyOf(proxies[target], proxies[target].length + 1);
                proxies[target][proxies[target].length - 1] = proxy;
            }
        }
        return proxies;
    }

    /** Returns the addresses that the host has on the engine's own bridge, unless that was moved, and on bridges that state their range. */
    Set<String> bridgeAddresses() {
        Set<String> addresses = new HashSet<>(Set.of(DEFAULT_BRIDGE));
        topology.networks().values().stream()
                .filter(network -> NetworkTraits.kind(network.options()) == NetworkTraits.Kind.BRIDGE)
                .flatMap(network -> network.subnets().stream())
                .forEach(pool -> pool.gateway()
                        .or(() -> pool.subnet()
                                .flatMap(Cidr::enclosing)
                                .map(range -> range.defaultGateway().toString()))
                        .ifPresent(addresses::add));
        return addresses;
    }

    /** Returns who answers when names are looked up. */
    NameLookup lookup() {
        return Reach.names(
                topology,
                options,
                service -> Optional.ofNullable(index.get(service.key()))
                        .map(i -> active[i])
                        .orElse(false));
    }

    private int defaultBridge() {
        return networkByName.computeIfAbsent("bridge", name -> add(NetworkTraits.ofDefaultBridge(options)));
    }

    private int byName(String name) {
        return networkByName.computeIfAbsent(
                name, n -> add(NetworkTraits.of(new Network(n, n, EXTERNAL, List.of()), options)));
    }

    private int add(NetworkTraits traits) {
        networks.add(traits);
        return networks.size() - 1;
    }
}
