package dev.bulkhead.check.lint;

import dev.bulkhead.address.Ip;
import dev.bulkhead.reach.Binding;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A port that the engine really publishes on the host.
 *
 * @param index its place in the service's ports
 * @param address the host address it binds to; empty for all of them
 */
public record HostPort(Service service, int index, PortMapping mapping, Optional<Ip> address) {

    /** Returns the published ports of a project; those of internal and of routed networks and of machines of the LAN are none. */
    public static List<HostPort> of(Topology topology, ServiceNetworks serviceNetworks) {
        List<HostPort> ports = new ArrayList<>();
        for (Service service : topology.services().values()) {
            for (Binding binding : serviceNetworks.published(service)) {
                Optional<Ip> address = binding.hostIp().flatMap(Ip::tryParse).filter(ip -> !ip.isUnspecified());
                ports.add(new HostPort(service, binding.index(), binding.mapping(), address));
            }
        }
        return ports;
    }

    /** Returns whether only the host itself is meant to use it. */
    public boolean loopback() {
        return address.map(Ip::isLoopback).orElse(false);
    }
}
