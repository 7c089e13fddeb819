package dev.bulkhead.migrate.review;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * First look at what answers lead to, before a plan is made.
 *
 * @param flows flows that have to work
 * @param owners service to the one whose network stack it uses, where that is not its own
 * @param ranges key of each network that would be made to its address range
 */
public record Preview(List<MustFlow> flows, SortedMap<String, String> owners, SortedMap<String, String> ranges) {

    /** Knows nothing yet. */
    public static final Preview NONE = new Preview(List.of(), new TreeMap<>(), new TreeMap<>());

    public Preview {
        flows = List.copyOf(flows);
        owners = Collections.unmodifiableSortedMap(new TreeMap<>(owners));
        ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
    }

    static Preview of(Goal goal, Topology topology) {
        SortedMap<String, String> owners = new TreeMap<>();
        for (Service service : topology.services().values()) {
            if (service.networkMode() instanceof NetworkMode.OfService(String owner)) {
                owners.put(service.key(), owner);
            }
        }
        SortedMap<String, String> ranges = new TreeMap<>();
        for (WantedNetwork network : goal.networks()) {
            NetworkSpec spec = network.spec();
            spec.subnets().stream()
                    .flatMap(pool -> pool.subnet().stream())
                    .findFirst()
                    .ifPresent(range -> ranges.put(network.key(), range));
        }
        return new Preview(
                goal.mustHold().stream().filter(flow -> !flow.forbidden()).toList(), owners, ranges);
    }
}
