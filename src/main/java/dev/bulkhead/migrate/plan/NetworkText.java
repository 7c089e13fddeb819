package dev.bulkhead.migrate.plan;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.topology.Subnet;
import java.util.stream.Collectors;

/** Networks in a few words. */
final class NetworkText {

    private NetworkText() {}

    /** Returns address range and switches, for instance {@code 172.20.1.0/24, internal}. */
    static String of(NetworkSpec network) {
        String ranges = network.subnets().stream()
                .map(Subnet::subnet)
                .flatMap(java.util.Optional::stream)
                .collect(Collectors.joining(", "));
        String range = ranges.isEmpty() ? "address range chosen by the engine" : ranges;
        return network.options().internal() ? range + ", internal" : range;
    }
}
