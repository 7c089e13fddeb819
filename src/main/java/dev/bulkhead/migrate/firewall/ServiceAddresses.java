package dev.bulkhead.migrate.firewall;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses of a project's services: the ranges of networks that they have to themselves, which stay when containers are made
 * anew, and else the addresses that containers have now.
 */
final class ServiceAddresses {

    private final Topology topology;
    private final ObservedState observed;
    private final Set<String> own;
    private final SortedSet<String> moving = new TreeSet<>();

    ServiceAddresses(Topology topology, ObservedState observed) {
        this.topology = topology;
        this.observed = observed;
        this.own = topology.networks().values().stream().map(Network::name).collect(Collectors.toSet());
    }

    /** Returns the services of which addresses of now were given so far. */
    SortedSet<String> moving() {
        return moving;
    }

    /** Returns ranges of networks of which all members are meant, then addresses of the other memberships. */
    List<String> of(Set<String> services) {
        List<String> found = new ArrayList<>();
        Set<String> whole = new TreeSet<>();
        for (Network network : topology.networks().values()) {
            List<String> members =
                    topology.members(network.key()).stream().map(Service::key).toList();
            if (!members.isEmpty() && services.containsAll(members) && alone(services, network.name())) {
                whole.add(network.name());
                observed.network(network.name()).ifPresent(n -> found.addAll(ranges(n)));
            }
        }
        for (String service : services) {
            for (ObservedContainer container : containers(service)) {
                for (ObservedEndpoint endpoint : container.endpoints()) {
                    if (!whole.contains(endpoint.network())) {
                        Stream.concat(endpoint.ipv4().stream(), endpoint.ipv6().stream())
                                .forEach(address -> {
                                    found.add(address);
                                    moving.add(service.equals(KeptApart.FOREIGN) ? container.name() : service);
                                });
                    }
                }
            }
        }
        return found;
    }

    /** Returns the containers of a service, or those of others on networks of the project. */
    List<ObservedContainer> containers(String service) {
        return service.equals(KeptApart.FOREIGN)
                ? observed.containers().stream()
                        .filter(container -> !mine(container))
                        .filter(container ->
                                container.endpoints().stream().anyMatch(endpoint -> own.contains(endpoint.network())))
                        .toList()
                : observed.containers(topology.project(), service);
    }

    /** Whether nobody else runs on a network, whatever the files say. */
    private boolean alone(Set<String> services, String network) {
        return observed.containers().stream()
                .filter(container -> container.endpoint(network).isPresent())
                .allMatch(container -> mine(container)
                        ? container.service().filter(services::contains).isPresent()
                        : services.contains(KeptApart.FOREIGN));
    }

    private boolean mine(ObservedContainer container) {
        return container.project().filter(topology.project()::equals).isPresent();
    }

    static List<String> ranges(ObservedNetwork network) {
        return network.subnets().stream()
                .map(Subnet::subnet)
                .flatMap(range -> range.stream())
                .toList();
    }
}
