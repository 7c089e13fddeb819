package dev.bulkhead.address.plan;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.Ip;
import dev.bulkhead.address.RangeOwner;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.address.plan.SpaceNode.Marks;
import dev.bulkhead.address.plan.SpaceNode.Origin;
import dev.bulkhead.address.plan.SpaceNode.Role;
import dev.bulkhead.address.plan.SpaceNode.Trouble;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The address space around a project as nested blocks: kinds of addresses, pools, networks and routes, free blocks.
 *
 * @param families the outermost blocks
 * @param used every range that somebody uses, for looking up free ones
 * @param forecast what automatic networks will get
 */
public record AddressSpace(List<SpaceNode> families, List<Cidr> used, PoolForecast forecast) {

    private static final Set<String> ON_PARENT_SUBNET = Set.of("macvlan", "ipvlan");

    public AddressSpace {
        families = List.copyOf(families);
        used = List.copyOf(used);
    }

    /** An address space in which nothing is known. */
    public static final AddressSpace EMPTY =
            of(Topology.of("", List.of(), List.of()), List.of(), EnginePools.DEFAULT, Map.of());

    /**
     * Returns the address space around a project.
     *
     * @param used what is in use around it, its own networks included where the engine has them
     * @param running addresses in use by the project's containers, by key of the network
     */
    public static AddressSpace of(
            Topology topology, List<UsedRange> used, EnginePools pools, Map<String, List<Ip>> running) {
        PoolForecast forecast = PoolForecast.of(topology, used, pools);
        List<SpaceNode> entries = new ArrayList<>();
        Map<String, Network> byName = topology.networks().values().stream()
                .collect(Collectors.toMap(Network::name, n -> n, (first, second) -> first));
        Set<String> contested =
                forecast.contests().stream().map(c -> c.subnet() + c.network()).collect(Collectors.toSet());
        for (DeclaredRange range : DeclaredRange.of(topology)) {
            Marks marks =
                    new Marks(Optional.of(RoomReport.of(range)), inside(range.cidr(), running.get(range.network())));
            entries.add(own(range.network(), range.cidr(), Origin.STATED, Optional.of(marks))
                    .troubled(contested.contains(range.cidr() + range.network()) ? Trouble.CONTESTED : Trouble.NONE));
        }
        forecast.given().forEach((key, cidr) -> entries.add(own(key, cidr, Origin.FORECAST, Optional.empty())));
        for (UsedRange range : new LinkedHashSet<>(used)) {
            around(range, byName, running).filter(n -> !entries.contains(n)).ifPresent(entries::add);
        }
        List<SpaceNode> nested = new SpaceNesting(pools).nest(entries, (a, b) -> collide(a, b, topology));
        List<Cidr> taken = new ArrayList<>(entries.stream().map(SpaceNode::cidr).toList());
        return new AddressSpace(nested, taken, forecast);
    }

    private static Optional<SpaceNode> around(
            UsedRange range, Map<String, Network> byName, Map<String, List<Ip>> running) {
        return switch (range.owner()) {
            case RangeOwner.EngineNetwork(String name) -> {
                Optional<Network> own = Optional.ofNullable(byName.get(name));
                boolean stated = own.stream()
                        .flatMap(n -> n.subnets().stream())
                        .flatMap(s -> s.subnet().flatMap(Cidr::enclosing).stream())
                        .anyMatch(range.cidr()::equals);
                if (stated) {
                    yield Optional.empty();
                }
                boolean automatic = own.filter(n -> n.external()
                                || PoolForecast.isAutomatic(n)
                                || !range.cidr().isIpv4())
                        .isPresent();
                yield Optional.of(
                        automatic
                                ? own(
                                        own.orElseThrow().key(),
                                        range.cidr(),
                                        Origin.GIVEN,
                                        Optional.of(new Marks(
                                                Optional.empty(),
                                                inside(
                                                        range.cidr(),
                                                        running.get(own.orElseThrow()
                                                                .key())))))
                                : plain(range.cidr(), new Role.OtherNetwork(name)));
            }
            case RangeOwner.HostRoute route ->
                Optional.of(plain(range.cidr(), new Role.Route(route.device(), route.vpn(), route.onLink())));
            case RangeOwner.Reserved(String purpose) ->
                Optional.of(plain(range.cidr(), new Role.Route(purpose, false, false)));
            case RangeOwner.DeclaredNetwork _ -> Optional.empty();
        };
    }

    private static List<Ip> inside(Cidr cidr, @org.jspecify.annotations.Nullable List<Ip> addresses) {
        return addresses == null
                ? List.of()
                : addresses.stream().filter(cidr::contains).distinct().sorted().toList();
    }

    private static SpaceNode own(String key, Cidr cidr, Origin origin, Optional<Marks> marks) {
        return new SpaceNode(cidr, new Role.OwnNetwork(key, origin), Trouble.NONE, marks, List.of());
    }

    private static SpaceNode plain(Cidr cidr, Role role) {
        return new SpaceNode(cidr, role, Trouble.NONE, Optional.empty(), List.of());
    }

    /** Whether two blocks, one inside the other, are in each other's way because of the project. */
    private static boolean collide(SpaceNode outer, SpaceNode inner, Topology topology) {
        Optional<String> a = key(outer);
        Optional<String> b = key(inner);
        if (a.isEmpty() && b.isEmpty()) {
            return false;
        }
        boolean joinsLan = (outer.role() instanceof Role.Route && onParent(b, topology))
                || (inner.role() instanceof Role.Route && onParent(a, topology));
        return !joinsLan;
    }

    private static boolean onParent(Optional<String> key, Topology topology) {
        return key.flatMap(topology::network)
                .flatMap(n -> n.options().driver())
                .map(ON_PARENT_SUBNET::contains)
                .orElse(false);
    }

    private static Optional<String> key(SpaceNode node) {
        return node.role() instanceof Role.OwnNetwork own ? Optional.of(own.key()) : Optional.empty();
    }

    /** Returns the block of an id. */
    public Optional<SpaceNode> node(String id) {
        return find(families, id);
    }

    private static Optional<SpaceNode> find(Collection<SpaceNode> nodes, String id) {
        for (SpaceNode node : nodes) {
            Optional<SpaceNode> found = node.id().equals(id) ? Optional.of(node) : find(node.children(), id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Returns the blocks of a network of the project, what the files state first. */
    public List<SpaceNode> of(String network) {
        List<SpaceNode> found = new ArrayList<>();
        collect(families, network, found);
        found.sort(Comparator.comparing(n -> ((Role.OwnNetwork) n.role()).origin()));
        return found;
    }

    private static void collect(Collection<SpaceNode> nodes, String network, List<SpaceNode> found) {
        for (SpaceNode node : nodes) {
            if (key(node).equals(Optional.of(network))) {
                found.add(node);
            }
            collect(node.children(), network, found);
        }
    }
}
