package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses in variables that lead to a service by a port of the host. Those that lead there from inside the project are
 * followed by the service's own name; the address by which people open a service, stated in its own variables, becomes its
 * route; all others are named.
 */
final class HostPortAddresses {

    private static final Pattern ADDRESS =
            Pattern.compile("(https?://)([A-Za-z0-9][A-Za-z0-9_.-]*|\\[[0-9A-Fa-f:]+]):(\\d{1,5})(?!\\d)");

    /** The name by which a container calls its host (Docker documentation, networking). */
    private static final String HOST = "host.docker.internal";

    /** With what was followed so far: a variable can name several ports. */
    private Topology topology;

    private final ServiceNames names;
    private final Set<String> gateways = new TreeSet<>();

    HostPortAddresses(Topology topology, ObservedState observed) {
        this.topology = topology;
        this.names = new ServiceNames(topology);
        observed.networks().stream()
                .map(ObservedNetwork::subnets)
                .flatMap(List::stream)
                .flatMap(subnet -> subnet
                        .gateway()
                        .map(address -> address.replaceFirst("/.*$", ""))
                        .or(() -> subnet.subnet()
                                .flatMap(Cidr::tryParse)
                                .map(Cidr::defaultGateway)
                                .map(Ip::toString))
                        .stream())
                .forEach(gateways::add);
    }

    /** What follows from closing a port. */
    record Follow(List<TopologyEdit> edits, List<String> notes) {
        Follow {
            edits = List.copyOf(edits);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Returns what follows for the variables of all services.
     *
     * @param route the route that takes the port's place, if there is one
     */
    Follow of(HostedPort port, Optional<RouteRequest> route) throws EditRejectedException {
        List<TopologyEdit> edits = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Service service : topology.services().values()) {
            for (Map.Entry<String, String> variable :
                    service.container().environment().entrySet()) {
                String value = variable.getValue();
                StringBuilder fresh = new StringBuilder();
                Matcher address = ADDRESS.matcher(value);
                boolean named = false;
                while (address.find()) {
                    Optional<String> other = meant(address, port, service)
                            ? inPlace(address, port, service, route)
                            : Optional.of(address.group());
                    named |= other.isEmpty();
                    address.appendReplacement(fresh, Matcher.quoteReplacement(other.orElse(address.group())));
                }
                address.appendTail(fresh);
                if (!fresh.toString().equals(value)) {
                    edits.add(new TopologyEdit.SetEnvironment(service.key(), variable.getKey(), fresh.toString()));
                }
                if (named) {
                    notes.add("Variable " + variable.getKey() + " of " + service.key() + " names port " + port.onHost()
                            + " of the host, which closes; "
                            + route.map(r -> "write " + r.url().replaceFirst("/$", "") + " there instead.")
                                    .orElse("it has to reach " + port.user() + " another way."));
                }
            }
        }
        topology = new TopologyEdit.Batch("addresses", edits).apply(topology);
        return new Follow(edits, notes);
    }

    private boolean meant(Matcher address, HostedPort port, Service service) {
        String host = address.group(2);
        boolean itself = host.equals("localhost") || host.startsWith("127.");
        boolean onHost = service.networkMode() instanceof NetworkMode.Host;
        return port.mapping().published().filter(address.group(3)::equals).isPresent()
                && names.reached(host).isEmpty()
                && (onHost || !itself);
    }

    /** Returns the address in place of one that leads to the port; empty where only the operator knows. */
    private Optional<String> inPlace(Matcher address, HostedPort port, Service service, Optional<RouteRequest> route) {
        boolean fromInside = address.group(2).equals(HOST) || gateways.contains(address.group(2));
        if (fromInside && meet(service, port.service())) {
            return Optional.of(address.group(1) + names.owner(port.service()) + ":"
                    + port.mapping().target());
        }
        boolean own = service.key().equals(port.user()) || service.key().equals(port.service());
        return own && !fromInside ? route.map(r -> r.url().replaceFirst("/$", "")) : Optional.empty();
    }

    private boolean meet(Service from, String to) {
        Optional<Service> owner = topology.service(names.owner(to));
        Optional<Service> asking = topology.service(names.owner(from.key()));
        return owner.isPresent()
                && asking.isPresent()
                && owner.get().attachments().stream()
                        .anyMatch(attachment -> asking.get().joins(attachment.network()));
    }
}
