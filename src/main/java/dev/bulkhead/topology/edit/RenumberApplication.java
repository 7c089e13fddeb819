package dev.bulkhead.topology.edit;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Application of {@link TopologyEdit.Renumber} to a {@link Topology}. */
final class RenumberApplication {

    private RenumberApplication() {}

    static Topology apply(TopologyEdit.Renumber edit, Topology topology) throws EditRejectedException {
        Topology result = topology;
        for (AddressMove move : edit.moves()) {
            result = apply(edit.network(), move, result);
        }
        return result;
    }

    private static Topology apply(String network, AddressMove move, Topology topology) throws EditRejectedException {
        Optional<String> value = Optional.of(move.value());
        return switch (move.slot()) {
            case AddressMove.Slot.PoolSubnet(int pool) ->
                pool(network, pool, topology, p -> new Subnet(value, p.gateway(), p.ipRange(), p.auxAddresses()));
            case AddressMove.Slot.PoolGateway(int pool) ->
                pool(network, pool, topology, p -> new Subnet(p.subnet(), value, p.ipRange(), p.auxAddresses()));
            case AddressMove.Slot.PoolRange(int pool) ->
                pool(network, pool, topology, p -> new Subnet(p.subnet(), p.gateway(), value, p.auxAddresses()));
            case AddressMove.Slot.PoolHost(int pool, String host) ->
                pool(network, pool, topology, p -> {
                    Map<String, String> hosts = new TreeMap<>(p.auxAddresses());
                    hosts.put(host, move.value());
                    return new Subnet(p.subnet(), p.gateway(), p.ipRange(), hosts);
                });
            case AddressMove.Slot.StaticIpv4(String service) ->
                membership(network, service, topology, a -> a.withAddresses(value, a.ipv6()));
            case AddressMove.Slot.StaticIpv6(String service) ->
                membership(network, service, topology, a -> a.withAddresses(a.ipv4(), value));
        };
    }

    private static Topology pool(String key, int index, Topology topology, UnaryOperator<Subnet> change)
            throws EditRejectedException {
        Network network = topology.network(key)
                .orElseThrow(() -> new EditRejectedException("There is no network " + key + " in the project."));
        if (network.external()) {
            throw new EditRejectedException(
                    "Network " + key + " is external: its subnet is set where the network is created, not here.");
        }
        if (index >= network.subnets().size()) {
            throw new EditRejectedException("Network " + key + " has no pool number " + (index + 1) + ".");
        }
        List<Subnet> pools = new ArrayList<>(network.subnets());
        pools.set(index, change.apply(pools.get(index)));
        return topology.withNetwork(network.withSubnets(pools));
    }

    private static Topology membership(String network, String key, Topology topology, UnaryOperator<Attachment> change)
            throws EditRejectedException {
        Service service = topology.service(key)
                .orElseThrow(() -> new EditRejectedException("There is no service " + key + " in the project."));
        if (!service.joins(network)) {
            throw new EditRejectedException("Service " + key + " is not attached to " + network + ".");
        }
        return topology.withService(service.withAttachments(service.attachments().stream()
                .map(a -> a.network().equals(network) ? change.apply(a) : a)
                .toList()));
    }
}
