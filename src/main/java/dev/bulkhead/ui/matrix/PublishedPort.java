package dev.bulkhead.ui.matrix;

import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.PortBadge.Audience;
import java.util.List;
import java.util.stream.Stream;

/** Row of the ports table. */
record PublishedPort(String service, PortMapping port) {

    static List<PublishedPort> all(Topology topology) {
        return topology.services().values().stream().flatMap(PublishedPort::of).toList();
    }

    private static Stream<PublishedPort> of(Service service) {
        return service.ports().stream().map(port -> new PublishedPort(service.key(), port));
    }

    String address() {
        return port.hostIp().filter(ip -> !ip.isEmpty()).orElse("all addresses");
    }

    String published() {
        return port.published().orElse("chosen by the engine");
    }

    String target() {
        return port.target() + "/" + port.protocol().text();
    }

    String audience() {
        return Audience.of(port).words();
    }
}
