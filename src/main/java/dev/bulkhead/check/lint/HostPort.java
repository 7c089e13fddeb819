package dev.bulkhead.check.lint;

import dev.bulkhead.address.Ip;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A port that the engine really publishes on the host.
 *
 * @param index its place in the service's ports
 * @param address the host address it binds to; empty for all of them
 */
record HostPort(Service service, int index, PortMapping mapping, Optional<Ip> address) {

    private static final String BINDING = "com.docker.network.bridge.host_binding_ipv4";
    private static final Set<String> ON_LAN = Set.of("macvlan", "ipvlan");

    /** Returns the published ports of a project; those of internal and of routed networks and of machines of the LAN are none. */
    static List<HostPort> of(Topology topology, Wires wires) {
        List<HostPort> ports = new ArrayList<>();
        for (Service service : topology.services().values()) {
            Optional<Network> gateway =
                    wires.gateway(service).filter(network -> !isOnLan(network, wires) && !wires.routed(network));
            if (gateway.isPresent()) {
                Optional<String> usual = Optional.ofNullable(
                        wires.options(gateway.get()).driverOpts().get(BINDING));
                for (int i = 0; i < service.ports().size(); i++) {
                    PortMapping mapping = service.ports().get(i);
                    Optional<Ip> address = mapping.hostIp()
                            .or(() -> usual)
                            .flatMap(Ip::tryParse)
                            .filter(ip -> !ip.isUnspecified());
                    ports.add(new HostPort(service, i, mapping, address));
                }
            }
        }
        return ports;
    }

    private static boolean isOnLan(Network network, Wires wires) {
        return wires.options(network).driver().map(ON_LAN::contains).orElse(false);
    }

    /** Returns whether only the host itself is meant to use it. */
    boolean loopback() {
        return address.map(Ip::isLoopback).orElse(false);
    }
}
