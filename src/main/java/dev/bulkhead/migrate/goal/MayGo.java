package dev.bulkhead.migrate.goal;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Losses that a change is meant to bring; whatever else is gone afterwards is lost.
 *
 * @param memberships memberships that end
 * @param ports ports that are no longer published
 * @param networks real names of networks that are removed
 * @param containers services whose containers are removed
 */
public record MayGo(Set<Membership> memberships, Set<Port> ports, Set<String> networks, Set<String> containers) {

    /** Nothing. */
    public static final MayGo NOTHING = new MayGo(Set.of(), Set.of(), Set.of(), Set.of());

    public MayGo {
        memberships = Set.copyOf(memberships);
        ports = Set.copyOf(ports);
        networks = Set.copyOf(networks);
        containers = Set.copyOf(containers);
    }

    /** Membership of a service in a network of a real name. */
    public record Membership(String service, String network) {}

    /** Published port of a service. */
    public record Port(String service, PortMapping mapping) {

        /** The engine tells of single host ports, and of one where the files leave the choice to it. */
        private boolean opens(PortMapping observed) {
            boolean any =
                    mapping.published().isEmpty() || mapping.published().get().contains("-");
            return mapping.target() == observed.target()
                    && mapping.protocol() == observed.protocol()
                    && (any || mapping.published().equals(observed.published()));
        }
    }

    /** Returns what the files say before a change and no longer say after it. */
    public static MayGo between(Topology before, Topology after) {
        Set<Membership> memberships = new LinkedHashSet<>();
        Set<Port> ports = new LinkedHashSet<>();
        Set<String> containers = new TreeSet<>();
        for (Service old : before.services().values()) {
            Optional<Service> now = after.service(old.key());
            if (now.isEmpty()) {
                containers.add(old.key());
                continue;
            }
            Set<String> joined = new TreeSet<>();
            now.get().attachments().forEach(a -> joined.add(name(after, a)));
            old.attachments().stream()
                    .map(attachment -> name(before, attachment))
                    .filter(network -> !joined.contains(network))
                    .forEach(network -> memberships.add(new Membership(old.key(), network)));
            old.ports().stream()
                    .filter(port -> !now.get().ports().contains(port))
                    .forEach(port -> ports.add(new Port(old.key(), port)));
        }
        Set<String> networks = new TreeSet<>();
        before.networks().values().forEach(network -> networks.add(network.name()));
        after.networks().values().forEach(network -> networks.remove(network.name()));
        return new MayGo(memberships, ports, networks, containers);
    }

    private static String name(Topology topology, Attachment attachment) {
        return topology.network(attachment.network()).map(Network::name).orElse(attachment.network());
    }

    /** Returns this and another together. */
    public MayGo plus(MayGo other) {
        return new MayGo(
                union(memberships, other.memberships),
                union(ports, other.ports),
                union(networks, other.networks),
                union(containers, other.containers));
    }

    private static <T> Set<T> union(Set<T> a, Set<T> b) {
        Set<T> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }

    /** Returns whether a service may leave a network. */
    public boolean membership(String service, String network) {
        return networks.contains(network)
                || containers.contains(service)
                || memberships.contains(new Membership(service, network));
    }

    /** Returns whether a published port may be closed, as the engine tells of it. */
    public boolean port(String service, PortMapping observed) {
        return containers.contains(service)
                || ports.stream().anyMatch(port -> port.service().equals(service) && port.opens(observed));
    }
}
