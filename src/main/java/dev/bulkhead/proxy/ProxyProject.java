package dev.bulkhead.proxy;

import dev.bulkhead.proxy.route.NetworkChoice;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.ServiceNames;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Project as the dialects look at it.
 *
 * @param topology networks and services
 * @param names who answers to which name
 * @param files what proxies are told in files
 */
record ProxyProject(Topology topology, ServiceNames names, ProxyFiles files) {

    /** Returns the declared networks that a service itself joins, in file order. */
    List<Network> networks(Service service) {
        List<Network> networks = new ArrayList<>();
        for (Attachment attachment : service.attachments()) {
            topology.network(attachment.network()).ifPresent(networks::add);
        }
        return networks;
    }

    /** Returns the service whose network namespace a service uses; itself where that is none of the project's. */
    Service owner(Service service) {
        return names.namespace(service).orElse(service);
    }

    /** A name leads to a container over any network that looks it up. */
    NetworkChoice byName(Service service) {
        List<Network> networks = networks(owner(service));
        return new NetworkChoice(networks, Optional.empty(), service.key(), networks);
    }
}
