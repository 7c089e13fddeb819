package dev.bulkhead.check.lint;

import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose network namespace each service uses, and which networks that has. */
final class Wires {

    private static final String GATEWAY_MODE = "com.docker.network.bridge.gateway_mode_ipv4";

    private final Topology topology;
    private final ReachOptions reach;
    private final Map<String, Service> byContainer = new HashMap<>();

    Wires(Topology topology, ReachOptions reach) {
        this.topology = topology;
        this.reach = reach;
        for (Service service : topology.services().values()) {
            service.container().containerName().ifPresent(name -> byContainer.putIfAbsent(name, service));
        }
    }

    /** Returns the service whose namespace a service uses in the end; empty where that is none of the project's. */
    Optional<Service> owner(Service service) {
        Service at = service;
        for (int steps = 0; steps <= topology.services().size(); steps++) {
            Optional<Optional<Service>> next = switch (at.networkMode()) {
                case NetworkMode.OfService(String key) -> Optional.of(topology.service(key));
                case NetworkMode.OfContainer(String name) -> Optional.of(container(name));
                case NetworkMode.Networks n -> Optional.empty();
                case NetworkMode.Host h -> Optional.empty();
                case NetworkMode.None n -> Optional.empty();
                case NetworkMode.DefaultBridge b -> Optional.empty();
                case NetworkMode.Named n -> Optional.empty();
            };
            if (next.isEmpty()) {
                return Optional.of(at);
            }
            if (next.get().isEmpty()) {
                return Optional.empty();
            }
            at = next.get().get();
        }
        return Optional.empty();
    }

    /** Returns the service whose container has a stated name. */
    Optional<Service> container(String name) {
        return Optional.ofNullable(byContainer.get(name));
    }

    /** Returns the declared networks that a service itself joins, in file order. */
    List<Network> networks(Service service) {
        List<Network> networks = new ArrayList<>();
        for (Attachment attachment : service.attachments()) {
            topology.network(attachment.network()).ifPresent(networks::add);
        }
        return networks;
    }

    /** Returns what is known of a network: of an external one, what the engine told. */
    NetworkOptions options(Network network) {
        return network.external()
                ? reach.external().getOrDefault(network.name(), network.options())
                : network.options();
    }

    /** Returns whether ports on a network are reached over routes and not over the host's addresses (engine 28). */
    boolean routed(Network network) {
        return reach.engineMajor() >= ReachOptions.CURRENT_ENGINE
                && "routed".equals(options(network).driverOpts().get(GATEWAY_MODE));
    }

    /** Returns whether a service has networks and every one of them is certainly internal. */
    boolean onlyInternal(Service service) {
        List<Network> networks = networks(service);
        return !networks.isEmpty()
                && networks.size() == service.attachments().size()
                && networks.stream().allMatch(network -> options(network).internal());
    }

    /**
     * Returns the network of a service's default route: never an internal one, the highest priority, then the first name
     * (moby {@code Endpoint.Less}).
     */
    Optional<Network> gateway(Service service) {
        Comparator<Network> byPriority = Comparator.comparingInt((Network network) ->
                -service.attachment(network.key()).map(Attachment::gwPriority).orElse(0));
        return networks(service).stream()
                .filter(network -> !options(network).internal())
                .min(byPriority.thenComparing(Network::name));
    }
}
