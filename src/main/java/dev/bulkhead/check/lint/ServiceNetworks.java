package dev.bulkhead.check.lint;

import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.reach.Binding;
import dev.bulkhead.reach.Namespaces;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Networks of services: whose network namespace each uses, and which networks that has. */
public final class ServiceNetworks {

    private final Topology topology;
    private final ReachOptions reach;
    private final Namespaces namespaces;
    private final Map<String, Service> byContainer = new HashMap<>();

    /** Looks at a project. */
    public ServiceNetworks(Topology topology, ReachOptions reach) {
        this.topology = topology;
        this.reach = reach;
        this.namespaces = Namespaces.of(topology, reach);
        for (Service service : topology.services().values()) {
            service.container().containerName().ifPresent(name -> byContainer.putIfAbsent(name, service));
        }
    }

    /** Returns the service whose namespace a service uses in the end; empty where that is none of the project's. */
    public Optional<Service> owner(Service service) {
        return namespaces.owner(service.key()).flatMap(topology::service);
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

    /** Returns whether a service has networks and every one of them is certainly internal. */
    public boolean onlyInternal(Service service) {
        List<Network> networks = networks(service);
        return !networks.isEmpty()
                && networks.size() == service.attachments().size()
                && networks.stream().allMatch(network -> options(network).internal());
    }

    /** Returns the declared network that carries a service's default route. */
    Optional<Network> gateway(Service service) {
        return namespaces.gateway(service.key()).flatMap(topology::network);
    }

    /** Returns the project's proxies and their routes. */
    public ProxyRoutes proxies() {
        return ProxyRoutes.of(topology, reach.proxyFiles());
    }

    /** Returns the ports that the engine really publishes for a service. */
    public List<Binding> published(Service service) {
        return namespaces.published(service.key());
    }
}
