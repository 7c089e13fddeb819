package dev.bulkhead.testing;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A topology put together in a test, in the order of its story. */
public final class Stack {

    private final Map<String, Network> networks = new HashMap<>();
    private final Map<String, Service> services = new HashMap<>();

    /** Adds a network whose pools are the given subnets. */
    public Stack network(String key, String... subnets) {
        List<Subnet> pools = Arrays.stream(subnets).map(Subnet::of).toList();
        networks.put(key, new Network(key, "stack_" + key, NetworkOptions.defaults(), pools));
        return this;
    }

    /** Adds a network with other options than the default ones. */
    public Stack network(String key, UnaryOperator<NetworkOptions> options) {
        networks.put(key, new Network(key, "stack_" + key, options.apply(NetworkOptions.defaults()), List.of()));
        return this;
    }

    /** Adds an internal network. */
    public Stack internal(String key) {
        return network(key, o -> o.withInternal(true));
    }

    /** Adds a network with one pool. */
    public Stack pool(String key, Subnet pool) {
        networks.put(key, new Network(key, "stack_" + key, NetworkOptions.defaults(), List.of(pool)));
        return this;
    }

    /** Adds a service on networks. */
    public Stack service(String key, String... memberOf) {
        List<Attachment> attachments =
                Arrays.stream(memberOf).map(Attachment::to).toList();
        services.put(
                key,
                new Service(
                        key,
                        new NetworkMode.Networks(),
                        attachments,
                        List.of(),
                        List.of(),
                        List.of(),
                        ContainerSpec.ofImage("busybox")));
        return this;
    }

    /** Adds a service with a network mode. */
    public Stack mode(String key, String mode) {
        services.put(
                key,
                new Service(
                        key,
                        NetworkMode.parse(mode),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        ContainerSpec.ofImage("busybox")));
        return this;
    }

    /** Gives a service a static IPv4 or IPv6 address on a network. */
    public Stack address(String service, String network, String ip) {
        Service old = service(service);
        boolean six = ip.contains(":");
        List<Attachment> attachments = old.attachments().stream()
                .map(a -> !a.network().equals(network)
                        ? a
                        : a.withAddresses(six ? a.ipv4() : Optional.of(ip), six ? Optional.of(ip) : a.ipv6()))
                .toList();
        services.put(service, old.withAttachments(attachments));
        return this;
    }

    /** Publishes a port of a service, in the form {@code [IP:]HOST:CONTAINER[/PROTOCOL]}. */
    public Stack publish(String service, String port) {
        Service old = service(service);
        List<PortMapping> ports = new ArrayList<>(old.ports());
        ports.add(port(port));
        services.put(service, old.withPorts(ports));
        return this;
    }

    private static PortMapping port(String text) {
        String[] halves = text.split("/", 2);
        String[] parts = halves[0].split(":", -1);
        int last = parts.length - 1;
        Protocol protocol =
                halves.length == 1 ? Protocol.TCP : Protocol.parse(halves[1]).orElseThrow();
        Optional<String> ip =
                last < 2 ? Optional.empty() : Optional.of(String.join(":", Arrays.copyOf(parts, last - 1)));
        return new PortMapping(
                ip, Optional.of(parts[last - 1]), Integer.parseInt(parts[last]), protocol, PortMapping.INGRESS);
    }

    /** Restricts a service to profiles. */
    public Stack profiles(String service, String... profiles) {
        Service s = service(service);
        services.put(
                service,
                new Service(
                        s.key(),
                        s.networkMode(),
                        s.attachments(),
                        s.ports(),
                        s.dependsOn(),
                        List.of(profiles),
                        s.container()));
        return this;
    }

    /** Changes the container of a service. */
    public Stack container(String service, UnaryOperator<ContainerSpec> change) {
        Service s = service(service);
        services.put(service, s.withContainer(change.apply(s.container())));
        return this;
    }

    /** Returns the topology. */
    public Topology topology() {
        return Topology.of("stack", List.copyOf(networks.values()), List.copyOf(services.values()));
    }

    private Service service(String key) {
        return Optional.ofNullable(services.get(key)).orElseThrow();
    }
}
