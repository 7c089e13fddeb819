package dev.bulkhead.migrate.iteration.span;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.FreeSpace;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.SwarmLook;
import dev.bulkhead.migrate.iteration.IterationHost;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.surroundings.host.UsedRanges;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Scene of a network that is to span hosts: who runs where, and which addresses are in use.
 *
 * @param input the project and its hosts
 */
record SpanScene(IterationInput input) {

    private static final int PREFIX = 24;

    List<IterationHost> hosts() {
        return input.engine().hosts();
    }

    /** Returns the networks that can come to span hosts, those that services of most hosts are on first. */
    List<Network> candidates() {
        return input.topology().networks().values().stream()
                .filter(network -> !network.external())
                .filter(network -> !members(network).isEmpty())
                .sorted(Comparator.comparing(
                                (Network network) -> hostsOf(members(network)).size(), Comparator.reverseOrder())
                        .thenComparing(network -> members(network).size(), Comparator.reverseOrder())
                        .thenComparing(Network::key))
                .toList();
    }

    /** Returns the services of a network that have containers, sorted. */
    List<Service> members(Network network) {
        return input.topology().members(network.key()).stream()
                .filter(service -> service.networkMode() instanceof NetworkMode.Networks)
                .filter(service -> !hosts(service.key()).isEmpty())
                .toList();
    }

    /** Returns the names of the hosts that have containers of a service. */
    SortedSet<String> hosts(String service) {
        SortedSet<String> found = new TreeSet<>();
        input.observed()
                .containers(input.topology().project(), service)
                .forEach(container -> found.add(host(container)));
        return found;
    }

    /** The names of containers say where they are; those of the first host say nothing. */
    private String host(ObservedContainer container) {
        int at = container.name().lastIndexOf('@');
        return at < 0 ? hosts().getFirst().name() : container.name().substring(at + 1);
    }

    SortedSet<String> hostsOf(List<Service> services) {
        SortedSet<String> found = new TreeSet<>();
        services.forEach(service -> found.addAll(hosts(service.key())));
        return found;
    }

    /** Returns the hosts that manage a Swarm already. */
    List<IterationHost> managers() {
        return hosts().stream()
                .filter(host -> host.look().state() == SwarmLook.State.MANAGER)
                .toList();
    }

    /** Returns the hosts that are in no Swarm. */
    List<IterationHost> outside() {
        return hosts().stream().filter(host -> !host.look().takesPart()).toList();
    }

    /** Returns the address by which others can reach a host, as far as it is known. */
    Optional<String> address(IterationHost host) {
        return host.look().address().or(() -> ofUrl(host.look().reachedAt()));
    }

    private static Optional<String> ofUrl(String url) {
        int scheme = url.indexOf("://");
        boolean remote = url.startsWith("tcp://") || url.startsWith("ssh://");
        if (!remote) {
            return Optional.empty();
        }
        String rest = url.substring(scheme + 3).replaceFirst("/.*$", "").replaceFirst("^.*@", "");
        return Optional.of(rest.replaceFirst(":[0-9]+$", "")).filter(name -> !name.isEmpty());
    }

    /** Returns what is in use on any of the hosts, as far as it can be seen from here. */
    List<UsedRange> used() {
        List<UsedRange> used = new ArrayList<>(UsedRanges.of(input.observed(), input.hostRoutes()));
        input.topology()
                .networks()
                .values()
                .forEach(network -> network.subnets().stream()
                        .flatMap(pool -> pool.subnet().flatMap(Cidr::enclosing).stream())
                        .forEach(cidr -> used.add(UsedRange.declared(network.key(), cidr))));
        return used;
    }

    /** Returns a range that nobody uses, away from what engines and Swarms give by themselves. */
    Cidr freeRange() {
        return new FreeSpace(used().stream().map(UsedRange::cidr).toList())
                .next(Cidr.of("10.210.0.0/16"), PREFIX)
                .orElse(Cidr.of("10.210.0.0/24"));
    }

    /** Returns host to the services of a network that run there, of those that run on one host alone. */
    SortedMap<String, List<Service>> byHost(Network network) {
        SortedMap<String, List<Service>> found = new TreeMap<>();
        for (Service service : members(network)) {
            SortedSet<String> where = hosts(service.key());
            if (where.size() == 1) {
                found.computeIfAbsent(where.first(), host -> new ArrayList<>()).add(service);
            }
        }
        return found;
    }
}
