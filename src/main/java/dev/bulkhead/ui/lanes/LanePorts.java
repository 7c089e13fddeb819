package dev.bulkhead.ui.lanes;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.Service;
import java.util.HashMap;
import java.util.Map;

/** Published ports by the network whose gateway carries them. */
final class LanePorts {

    private LanePorts() {}

    static Map<String, Integer> byNetwork(ReachMatrix matrix) {
        Map<String, Integer> ports = new HashMap<>();
        for (Service service : matrix.topology().services().values()) {
            if (!service.ports().isEmpty()) {
                matrix.indexOf(new Subject.OfService(service.key()))
                        .ifPresent(index -> matrix.gateway(index)
                                .ifPresent(network -> ports.merge(
                                        network, matrix.publishedPorts(index).size(), Integer::sum)));
            }
        }
        ports.values().removeIf(count -> count == 0);
        return ports;
    }
}
