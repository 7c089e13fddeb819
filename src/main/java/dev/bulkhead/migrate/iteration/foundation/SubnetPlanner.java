package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.FreeSpace;
import dev.bulkhead.address.RangeOwner;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.surroundings.host.UsedRanges;
import dev.bulkhead.topology.Subnet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Planner of address ranges that are clear of everything that is in use. */
final class SubnetPlanner {

    private static final int NETWORK_PREFIX = 24;
    private static final List<Cidr> BASES = IntStream.concat(
                    IntStream.rangeClosed(20, 31), IntStream.rangeClosed(16, 19))
            .mapToObj(second -> Cidr.of("172." + second + ".0.0/16"))
            .toList();

    private final List<UsedRange> used;
    /** Ranges of networks that this iteration made earlier. */
    private final List<Cidr> own;

    /**
     * Plans around what the engine, the host and the project's files use.
     *
     * @param own real names of networks that this iteration made earlier, which are not in its own way
     */
    SubnetPlanner(IterationInput input, Set<String> own) {
        List<UsedRange> ranges = new ArrayList<>(UsedRanges.of(input.observed(), input.hostRoutes()));
        Set<Cidr> ownRanges = ranges.stream()
                .filter(r -> r.owner() instanceof RangeOwner.EngineNetwork(String name) && own.contains(name))
                .map(UsedRange::cidr)
                .collect(Collectors.toSet());
        ranges.removeIf(r -> ownRanges.contains(r.cidr()));
        List<Cidr> kept = new ArrayList<>(ownRanges);
        input.topology().networks().values().stream()
                .filter(network -> own.contains(network.name()))
                .forEach(network -> kept.addAll(ranges(network.subnets())));
        input.topology().networks().values().stream()
                .filter(network -> !own.contains(network.name()))
                .forEach(network ->
                        ranges(network.subnets()).forEach(cidr -> ranges.add(UsedRange.declared(network.key(), cidr))));
        this.used = List.copyOf(ranges);
        this.own = List.copyOf(kept);
    }

    static List<Cidr> ranges(List<Subnet> pools) {
        return pools.stream()
                .flatMap(pool -> pool.subnet().stream())
                .flatMap(text -> Cidr.enclosing(text).stream())
                .toList();
    }

    /** Returns the first range of the private block 172.16.0.0/12 that nothing uses, from 172.20.0.0/16 on. */
    Cidr base() {
        return BASES.stream()
                .filter(base -> used.stream().noneMatch(range -> range.cidr().overlaps(base)))
                .findFirst()
                .orElseGet(() -> new FreeSpace(cidrs())
                        .nextAfter(Cidr.of("10.20.0.0/16"))
                        .orElse(Cidr.of("10.20.0.0/16")));
    }

    /**
     * Returns a range per tier, in order, from the base; what a tier's network has already it keeps.
     *
     * @throws AnswersException if the base has no room, or somebody uses it whole
     */
    Map<String, Cidr> ranges(Cidr base, List<Tier> tiers, NetworkNames names) throws AnswersException {
        Map<String, Cidr> ranges = new LinkedHashMap<>();
        List<Cidr> taken = new ArrayList<>(cidrs());
        taken.addAll(own);
        for (Tier tier : tiers) {
            Optional<Cidr> present = names.range(tier);
            if (present.isPresent()) {
                ranges.put(tier.id(), present.get());
                continue;
            }
            Cidr range = new FreeSpace(taken)
                    .next(base, NETWORK_PREFIX)
                    .orElseThrow(() -> new AnswersException("The range " + base + " has no room for " + tiers.size()
                            + " networks: " + inTheWay(base) + ". Choose another subnet-base, for instance " + base()
                            + "."));
            ranges.put(tier.id(), range);
            taken.add(range);
        }
        return ranges;
    }

    private String inTheWay(Cidr base) {
        String owners = used.stream()
                .filter(range -> range.cidr().overlaps(base))
                .map(range -> range.owner().text() + " uses " + range.cidr())
                .limit(3)
                .collect(Collectors.joining(", "));
        return owners.isEmpty() ? "it is too small" : owners;
    }

    private List<Cidr> cidrs() {
        return used.stream().map(UsedRange::cidr).toList();
    }
}
