package dev.bulkhead.address.plan;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.RangeOwner;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Forecast of the subnets that the engine will give to the networks that state none, when Compose creates what is
 * missing.
 *
 * <p>Compose promises no order: up to version 2 it walks through a Go map, since version 5 it creates networks side by
 * side. So a network that states its subnet is contested when any order lets automatic ones take it first.
 *
 * @param given subnets by network, when all stated subnets are taken as stated
 * @param unserved networks that get none because the pools are used up
 * @param contests stated subnets that automatic ones may take first
 * @param hidden automatic subnets that cover something the host has a route to
 * @param left how many more networks can be without a stated subnet
 */
public record PoolForecast(
        SortedMap<String, Cidr> given, List<String> unserved, List<Contest> contests, List<Hidden> hidden, int left) {

    /** Taken by the engine's own bridge, which is there before anything else. */
    private static final UsedRange DOCKER0 = UsedRange.onEngine("bridge", Cidr.of("172.17.0.0/16"));

    private static final Set<String> FROM_POOLS = Set.of("bridge", "macvlan", "ipvlan", "default");

    public PoolForecast {
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
        unserved = List.copyOf(unserved);
        contests = List.copyOf(contests);
        hidden = List.copyOf(hidden);
    }

    /**
     * A stated subnet that an automatic one may take first.
     *
     * @param network the network that states it
     * @param block what the engine would give that overlaps it
     * @param rivals the networks without a stated subnet
     */
    public record Contest(String network, int pool, Cidr subnet, Cidr block, List<String> rivals) {
        public Contest {
            rivals = List.copyOf(rivals);
        }
    }

    /** An automatic subnet that covers what a route of the host leads to; the engine does not see such routes. */
    public record Hidden(String network, Cidr block, UsedRange route) {}

    /**
     * Returns the forecast for a project.
     *
     * @param used what is in use around it, its own networks included where the engine has them
     */
    public static PoolForecast of(Topology topology, List<UsedRange> used, EnginePools pools) {
        Set<String> present = used.stream()
                .flatMap(u ->
                        u.owner() instanceof RangeOwner.EngineNetwork(String name) ? Stream.of(name) : Stream.empty())
                .collect(Collectors.toSet());
        List<Cidr> avoided = avoided(used, present.isEmpty());
        Set<String> joined = topology.services().values().stream()
                .flatMap(s -> s.attachments().stream())
                .map(Attachment::network)
                .collect(Collectors.toSet());
        // Compose creates what is the project's own and used by some service.
        List<Network> missing = topology.networks().values().stream()
                .filter(n -> !n.external() && joined.contains(n.key()) && !present.contains(n.name()))
                .toList();
        List<String> automatic = missing.stream()
                .filter(PoolForecast::isAutomatic)
                .map(Network::key)
                .toList();
        List<DeclaredRange> stated = DeclaredRange.of(topology, missing).stream()
                .filter(r -> r.cidr().isIpv4())
                .toList();
        List<Cidr> all = new ArrayList<>(avoided);
        stated.forEach(range -> all.add(range.cidr()));
        List<Cidr> blocks = pools.forecast(automatic.size(), all);
        SortedMap<String, Cidr> given = new TreeMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            given.put(automatic.get(i), blocks.get(i));
        }
        List<Cidr> after = new ArrayList<>(all);
        after.addAll(blocks);
        int left = pools.forecast(pools.capacity().min(BigInteger.valueOf(64)).intValue(), after)
                .size();
        return new PoolForecast(
                given,
                automatic.subList(blocks.size(), automatic.size()),
                contests(stated, automatic, avoided, pools),
                hidden(given, used),
                left);
    }

    /** Returns whether a network gets its IPv4 subnet from the pools. */
    public static boolean isAutomatic(Network network) {
        boolean fromPools = network.options().driver().map(FROM_POOLS::contains).orElse(true);
        // A subnet that is not one is stated all the same; another check says what is wrong with it.
        return fromPools
                && !network.external()
                && network.options().enableIpv4()
                && network.subnets().stream().flatMap(s -> s.subnet().stream()).allMatch(text -> text.contains(":"));
    }

    private static List<Cidr> avoided(List<UsedRange> used, boolean engineUnknown) {
        List<Cidr> avoided = new ArrayList<>();
        if (engineUnknown) {
            avoided.add(DOCKER0.cidr());
        }
        for (UsedRange range : used) {
            boolean seen = switch (range.owner()) {
                case RangeOwner.EngineNetwork _ -> true;
                case RangeOwner.HostRoute route -> route.onLink();
                case RangeOwner.DeclaredNetwork _, RangeOwner.Reserved _ -> false;
            };
            if (seen && range.cidr().isIpv4()) {
                avoided.add(range.cidr());
            }
        }
        return avoided;
    }

    /** With all other stated subnets taken first, the automatic ones get as far as they ever can. */
    private static List<Contest> contests(
            List<DeclaredRange> stated, List<String> automatic, List<Cidr> avoided, EnginePools pools) {
        if (automatic.isEmpty()) {
            return List.of();
        }
        List<Block> free = new ArrayList<>();
        for (Cidr block : pools.blocks()) {
            if (block.isIpv4() && avoided.stream().noneMatch(block::overlaps)) {
                free.add(new Block(
                        block,
                        stated.stream().filter(r -> r.cidr().overlaps(block)).toList()));
            }
        }
        List<Contest> contests = new ArrayList<>();
        for (DeclaredRange range : stated) {
            free.stream()
                    .filter(block -> block.freeBut(range))
                    .limit(automatic.size())
                    .filter(block -> !block.stated().isEmpty())
                    .findFirst()
                    .ifPresent(block -> contests.add(
                            new Contest(range.network(), range.pool(), range.cidr(), block.cidr(), automatic)));
        }
        return contests;
    }

    /** A block of a pool, and the stated subnets that overlap it. */
    private record Block(Cidr cidr, List<DeclaredRange> stated) {

        /** Returns whether nothing is in it, a subnet apart that is not there yet. */
        boolean freeBut(DeclaredRange late) {
            return stated.stream().allMatch(late::equals);
        }
    }

    private static List<Hidden> hidden(SortedMap<String, Cidr> given, List<UsedRange> used) {
        List<Hidden> hidden = new ArrayList<>();
        given.forEach((network, block) -> used.stream()
                .filter(u -> u.owner() instanceof RangeOwner.HostRoute || u.owner() instanceof RangeOwner.Reserved)
                .filter(u -> u.cidr().overlaps(block))
                .findFirst()
                .ifPresent(route -> hidden.add(new Hidden(network, block, route))));
        return hidden;
    }
}
