package dev.bulkhead.check.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.FreeSpace;
import dev.bulkhead.address.Overlap;
import dev.bulkhead.address.Overlaps;
import dev.bulkhead.address.RangeOwner;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.address.plan.Mentions;
import dev.bulkhead.address.plan.Renumbering;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Check that no two networks share addresses, nor a network and what the engine and the host's routes use.
 *
 * <p>The engine refuses any overlap of pools, not only equality (moby {@code ipams/defaultipam/address_space.go}). It does
 * not compare stated subnets with the host's routes; there the route to the narrower range wins and hides the other.
 */
final class SubnetOverlapCheck implements Check {

    /** Thousands of equal subnets give millions of pairs; the first ones tell the story. */
    private static final int MOST = 1_000;

    private static final Set<String> ON_PARENT_SUBNET = Set.of("macvlan", "ipvlan");

    @Override
    public String id() {
        return "subnet-overlap";
    }

    @Override
    public String title() {
        return "No two networks share addresses";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        Map<UsedRange, Pool> declared = new HashMap<>();
        List<UsedRange> ranges = new ArrayList<>();
        for (Pool pool : Pool.of(input.topology())) {
            pool.cidr().ifPresent(cidr -> {
                UsedRange range = UsedRange.declared(pool.network().key(), cidr);
                declared.putIfAbsent(range, pool);
                ranges.add(range);
            });
        }
        Set<String> ownNames =
                input.topology().networks().values().stream().map(Network::name).collect(Collectors.toSet());
        input.used().stream().filter(u -> !isOwn(u, ownNames)).forEach(ranges::add);
        FreeSpace free = new FreeSpace(ranges.stream().map(UsedRange::cidr).toList());
        for (Overlap overlap : Overlaps.find(ranges, (a, b) -> collide(a, b, declared), MOST)) {
            findings.accept(finding(overlap, declared, free, input));
        }
    }

    /** What the engine has under the name of a declared network is that network. */
    private static boolean isOwn(UsedRange used, Set<String> ownNames) {
        return used.owner() instanceof RangeOwner.EngineNetwork(String name) && ownNames.contains(name);
    }

    private static boolean collide(UsedRange a, UsedRange b, Map<UsedRange, Pool> declared) {
        Optional<Pool> poolA = Optional.ofNullable(declared.get(a));
        Optional<Pool> poolB = Optional.ofNullable(declared.get(b));
        if (poolA.isEmpty() && poolB.isEmpty()) {
            return false;
        }
        return !(joinsLan(poolA, b) || joinsLan(poolB, a));
    }

    /** The containers of such a driver are machines of the LAN: its subnet is the LAN's on purpose. */
    private static boolean joinsLan(Optional<Pool> pool, UsedRange other) {
        return other.owner() instanceof RangeOwner.HostRoute
                && pool.flatMap(p -> p.network().options().driver())
                        .map(ON_PARENT_SUBNET::contains)
                        .orElse(false);
    }

    private Finding finding(Overlap overlap, Map<UsedRange, Pool> declared, FreeSpace space, CheckInput input) {
        boolean innerMoves = innerMoves(overlap, declared, input);
        UsedRange mover = innerMoves ? overlap.inner() : overlap.outer();
        UsedRange other = innerMoves ? overlap.outer() : overlap.inner();
        Pool pool = Optional.ofNullable(declared.get(mover)).orElseThrow();
        String network = pool.network().key();
        Optional<Cidr> free = space.nextAfter(mover.cidr());
        String fix = "Give " + network + " another subnet"
                + free.map(f -> "; " + f + " is free.").orElse(".");
        boolean hidesWiderRoute = other.owner() instanceof RangeOwner.HostRoute && innerMoves && !overlap.equal();
        Finding finding = new FindingBuilder(id(), input.sources())
                .finding(
                        hidesWiderRoute ? Severity.WARNING : Severity.ERROR,
                        List.of(mover.owner().element(), other.owner().element()),
                        pool.place(),
                        "Subnet " + mover.cidr() + " of network " + network + relation(overlap, innerMoves)
                                + other.owner().text() + ".",
                        fix);
        return free.flatMap(to -> move(pool, to, input))
                .map(finding::withQuickFix)
                .orElse(finding);
    }

    /** Returns the edit that moves a network with all that was chosen in its subnet, where that leaves nothing behind. */
    private static Optional<TopologyEdit> move(Pool pool, Cidr to, CheckInput input) {
        Network network = pool.network();
        boolean firstOfFamily = network.subnets().stream()
                .limit(pool.index())
                .flatMap(earlier -> earlier.subnet().flatMap(Cidr::tryParse).stream())
                .noneMatch(earlier -> earlier.isIpv4() == to.isIpv4());
        if (network.external()
                || !firstOfFamily
                || !Mentions.of(input.topology(), network.key()).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Renumbering.edit(input.topology(), network.key(), to.toString()));
        } catch (EditRejectedException noPlace) {
            return Optional.empty();
        }
    }

    private static String relation(Overlap overlap, boolean innerFirst) {
        if (overlap.equal()) {
            return " is also that of ";
        }
        return innerFirst
                ? " lies inside " + overlap.outer().cidr() + " of "
                : " contains " + overlap.inner().cidr() + " of ";
    }

    /** Of two declared networks the one declared later gives way, unless only the other can move by itself. */
    private static boolean innerMoves(Overlap overlap, Map<UsedRange, Pool> declared, CheckInput input) {
        Pool outer = declared.get(overlap.outer());
        Pool inner = declared.get(overlap.inner());
        if (outer == null || inner == null) {
            return outer == null;
        }
        if (movable(outer, input) != movable(inner, input)) {
            return movable(inner, input);
        }
        Comparator<Pool> byPlace = Comparator.comparing((Pool p) ->
                        input.sources().at(p.place()).map(SourceMark::file).orElse(""))
                .thenComparing(
                        p -> input.sources().at(p.place()).map(SourceMark::line).orElse(0))
                .thenComparing(p -> p.network().key());
        return byPlace.compare(outer, inner) <= 0;
    }

    /** Whether nothing else was chosen inside the subnet, so that it moves alone. */
    private static boolean movable(Pool pool, CheckInput input) {
        Network network = pool.network();
        boolean plain = pool.index() == 0
                && pool.subnet().gateway().isEmpty()
                && pool.subnet().ipRange().isEmpty()
                && pool.subnet().auxAddresses().isEmpty();
        return plain
                && !network.external()
                && input.topology().members(network.key()).stream()
                        .flatMap(s -> s.attachment(network.key()).stream())
                        .noneMatch(a -> a.ipv4().isPresent() || a.ipv6().isPresent());
    }
}
