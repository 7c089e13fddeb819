package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes that the network calls of an engine make to its state. */
final class Networking {

    private static final Set<String> OWN = Set.of("bridge", "host", "none");
    private static final Set<String> DRIVERS = Set.of("bridge", "macvlan", "ipvlan");

    private Networking() {}

    static PracticeState create(PracticeState state, NetworkSpec spec) throws EngineException {
        String name = spec.name();
        if (state.networks().containsKey(name)) {
            throw new EngineException(Kind.CONFLICT, "The engine has a network named " + name + " already.");
        }
        String driver = spec.options().driver().orElse("bridge");
        if (!DRIVERS.contains(driver)) {
            throw new EngineException(
                    Kind.REFUSED, "Network " + name + ": the practice engine has no driver named " + driver + ".");
        }
        List<Subnet> used = new ArrayList<>(state.networks().values().stream()
                .flatMap(n -> n.subnets().stream())
                .toList());
        List<Subnet> pools = new ArrayList<>();
        for (Subnet pool : spec.subnets()) {
            Subnet granted =
                    pool.subnet().isPresent() ? AddressPools.stated(name, pool, used) : AddressPools.automatic(used);
            pools.add(granted);
            used.add(granted);
        }
        if (spec.options().enableIpv4() && pools.stream().allMatch(AddressPools::isIpv6)) {
            pools.addFirst(AddressPools.automatic(used));
        }
        NetworkOptions stated = spec.options();
        NetworkOptions options = stated.withDriver(driver).withExternal(false);
        return state.withNetwork(new ObservedNetwork(state.networkId(name), name, options, pools));
    }

    static PracticeState remove(PracticeState state, String nameOrId) throws EngineException {
        ObservedNetwork network = state.network(nameOrId);
        if (OWN.contains(network.name())) {
            throw new EngineException(
                    Kind.REFUSED, "Network " + network.name() + " belongs to the engine and cannot be removed.");
        }
        List<String> members = state.members(network.name()).stream()
                .filter(PracticeContainer::running)
                .map(PracticeContainer::name)
                .toList();
        if (!members.isEmpty()) {
            throw new EngineException(
                    Kind.CONFLICT,
                    "Network " + network.name() + " is still in use by " + String.join(", ", members) + ".");
        }
        return state.withoutNetwork(network.name());
    }

    static PracticeState connect(PracticeState state, String networkName, String containerName, EndpointSpec spec)
            throws EngineException {
        ObservedNetwork network = state.network(networkName);
        PracticeContainer container = state.container(containerName);
        String mode = container.made().networkMode();
        if (mode.equals("host") || container.networkOwner().isPresent()) {
            throw new EngineException(
                    Kind.REFUSED,
                    "Container " + container.name() + " shares the network of "
                            + (mode.equals("host") ? "the host" : "another container")
                            + " and cannot join " + network.name() + ".");
        }
        if (container.endpoint(network.name()).isPresent()) {
            throw new EngineException(
                    Kind.CONFLICT, "Container " + container.name() + " is a member of " + network.name() + " already.");
        }
        PracticeContainer joined = container.withEndpoint(PracticeContainer.membership(network.name(), spec));
        return state.withContainer(container.running() ? addressed(state, joined, network) : joined);
    }

    static PracticeState disconnect(PracticeState state, String networkName, String containerName)
            throws EngineException {
        ObservedNetwork network = state.network(networkName);
        PracticeContainer container = state.container(containerName);
        if (container.endpoint(network.name()).isEmpty()) {
            throw new EngineException(
                    Kind.NOT_FOUND, "Container " + container.name() + " is not a member of " + network.name() + ".");
        }
        return state.withContainer(container.withoutEndpoint(network.name()));
    }

    /** Returns a container with an address in every network that it is a member of, as its start gives it. */
    static PracticeContainer addressed(PracticeState state, PracticeContainer container) throws EngineException {
        PracticeContainer result = container;
        for (ObservedEndpoint endpoint : container.endpoints()) {
            result = addressed(state, result, state.network(endpoint.network()));
        }
        return result;
    }

    private static PracticeContainer addressed(
            PracticeState state, PracticeContainer container, ObservedNetwork network) throws EngineException {
        ObservedEndpoint endpoint = container.endpoint(network.name()).orElseThrow();
        Set<String> taken = taken(state, network, container);
        Optional<String> ipv4 = Optional.empty();
        Optional<String> ipv6 = Optional.empty();
        for (Subnet pool : network.subnets()) {
            if (AddressPools.isIpv6(pool) && ipv6.isEmpty() && network.options().enableIpv6()) {
                ipv6 = Optional.of(address(network, pool, endpoint.staticIpv6(), taken));
            } else if (!AddressPools.isIpv6(pool)
                    && ipv4.isEmpty()
                    && network.options().enableIpv4()) {
                ipv4 = Optional.of(address(network, pool, endpoint.staticIpv4(), taken));
            }
        }
        return container.withEndpoint(
                new ObservedEndpoint(endpoint.network(), ipv4, ipv6, ipv4.map(Networking::mac), endpoint.asked()));
    }

    private static String address(ObservedNetwork network, Subnet pool, Optional<String> wanted, Set<String> taken)
            throws EngineException {
        if (wanted.isEmpty()) {
            return AddressPools.next(pool, taken);
        }
        String address = wanted.get();
        if (!AddressPools.contains(pool, address)) {
            throw new EngineException(
                    Kind.REFUSED,
                    "Address " + address + " is outside the subnet of " + network.name() + " ("
                            + pool.subnet().orElse("none") + ").");
        }
        if (taken.contains(address) || AddressPools.gateway(pool).equals(address)) {
            throw new EngineException(
                    Kind.CONFLICT, "Address " + address + " is in use on " + network.name() + " already.");
        }
        return address;
    }

    private static Set<String> taken(PracticeState state, ObservedNetwork network, PracticeContainer except) {
        Set<String> taken = new HashSet<>();
        for (PracticeContainer container : state.containers().values()) {
            Optional<ObservedEndpoint> endpoint = container.endpoint(network.name());
            if (endpoint.isPresent() && !container.id().equals(except.id())) {
                endpoint.get().ipv4().ifPresent(taken::add);
                endpoint.get().ipv6().ifPresent(taken::add);
            }
        }
        return taken;
    }

    /** Docker made a bridge endpoint's hardware address of its IPv4 address up to engine 27. */
    private static String mac(String ipv4) {
        StringBuilder mac = new StringBuilder("02:42");
        for (String part : ipv4.split("\\.", -1)) {
            mac.append(':').append(HexFormat.of().toHexDigits((byte) Integer.parseInt(part)));
        }
        return mac.toString();
    }
}
