package dev.bulkhead.check.stack;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A topology as a stack makes it, on one host: what {@code docker stack deploy} changes about networks, one change at a time. */
final class AsStack {

    /** The swarm's own network, over which published ports are reached on every host; a service joins it for its ports. */
    private static final String INGRESS = "ingress of ";

    private AsStack() {}

    /** Returns the topology with everything changed. */
    static Topology all(Topology topology) {
        Topology now = topology;
        for (String service : topology.services().keySet()) {
            now = published(ownNamespace(now, service), service);
        }
        for (String network : topology.networks().keySet()) {
            now = overlay(now, network);
        }
        return now.network(Network.DEFAULT_KEY).isPresent() ? overlay(now, Network.DEFAULT_KEY) : now;
    }

    /** Returns the topology with a service that has a network namespace of its own, whatever its {@code network_mode} says. */
    static Topology ownNamespace(Topology topology, String key) {
        Optional<Service> service = topology.service(key);
        if (service.isEmpty() || service.get().networkMode() instanceof NetworkMode.Networks) {
            return topology;
        }
        Service own = service.get();
        Topology with = topology.network(Network.DEFAULT_KEY).isPresent()
                ? topology
                : topology.withNetwork(new Network(
                        Network.DEFAULT_KEY,
                        topology.project() + "_" + Network.DEFAULT_KEY,
                        NetworkOptions.defaults(),
                        List.of()));
        return with.withService(new Service(
                own.key(),
                new NetworkMode.Networks(),
                List.of(Attachment.to(Network.DEFAULT_KEY)),
                own.ports(),
                own.dependsOn(),
                own.profiles(),
                own.container()));
    }

    /** Returns the topology with a service whose ports are published as a stack does: on every address, whatever its networks. */
    static Topology published(Topology topology, String key) {
        Optional<Service> service = topology.service(key);
        if (service.isEmpty() || service.get().ports().isEmpty()) {
            return topology;
        }
        List<PortMapping> open = service.get().ports().stream()
                .map(port -> new PortMapping(
                        Optional.empty(), port.published(), port.target(), port.protocol(), port.mode()))
                .toList();
        Topology ported = topology.withService(service.get().withPorts(open));
        // What only the host that runs it publishes, is not published there by Compose either (tried on 28.5).
        boolean mesh = open.stream().anyMatch(port -> port.mode().equals(PortMapping.INGRESS));
        return mesh && isInside(topology, service.get())
                ? beside(ported, service.get().withPorts(open))
                : ported;
    }

    /** Returns whether a service is on internal networks only. */
    static boolean isInside(Topology topology, Service service) {
        return !service.attachments().isEmpty()
                && service.attachments().stream()
                        .allMatch(joined -> topology.network(joined.network())
                                .filter(Network::internal)
                                .isPresent());
    }

    private static Topology beside(Topology topology, Service service) {
        String ingress = INGRESS + service.key();
        NetworkOptions overlay = NetworkOptions.defaults().withDriver("overlay");
        Topology with = topology.withNetwork(new Network(ingress, ingress, overlay, List.of()));
        List<Attachment> joined = new ArrayList<>(service.attachments());
        joined.add(Attachment.to(ingress));
        return with.withService(service.withAttachments(joined));
    }

    /** Returns the topology with a network that lies over the hosts; options of bridges count for nothing there. */
    static Topology overlay(Topology topology, String key) {
        Optional<Network> network = topology.network(key);
        if (network.isEmpty() || network.get().external()) {
            return topology;
        }
        NetworkOptions options = network.get().options().withDriver("overlay").withDriverOpts(Map.of());
        return topology.withNetwork(network.get().withOptions(options));
    }
}
