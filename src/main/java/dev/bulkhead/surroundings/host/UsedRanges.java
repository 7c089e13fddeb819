package dev.bulkhead.surroundings.host;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ranges of addresses that are in use around a project. */
public final class UsedRanges {

    private UsedRanges() {}

    /** Returns the ranges of the engine's networks and of the host's routes that are not those networks' own bridges. */
    public static List<UsedRange> of(ObservedState engine, List<UsedRange> hostRoutes) {
        List<UsedRange> ranges = new ArrayList<>();
        Set<Cidr> bridges = new HashSet<>();
        for (ObservedNetwork network : engine.networks()) {
            network.subnets().stream()
                    .flatMap(s -> s.subnet().flatMap(Cidr::enclosing).stream())
                    .forEach(cidr -> {
                        ranges.add(UsedRange.onEngine(network.name(), cidr));
                        bridges.add(cidr);
                    });
        }
        hostRoutes.stream().filter(r -> !bridges.contains(r.cidr())).forEach(ranges::add);
        return ranges;
    }
}
