package dev.bulkhead.check.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One declared address pool with its place in the project.
 *
 * @param cidr the block its subnet denotes, host bits cleared; empty when none is stated or it is not one
 */
record Pool(Network network, int index, Subnet subnet, Optional<Cidr> cidr) {

    static List<Pool> of(Network network) {
        List<Pool> pools = new ArrayList<>();
        for (int i = 0; i < network.subnets().size(); i++) {
            Subnet subnet = network.subnets().get(i);
            pools.add(new Pool(network, i, subnet, subnet.subnet().flatMap(Cidr::enclosing)));
        }
        return pools;
    }

    static List<Pool> of(Topology topology) {
        return topology.networks().values().stream()
                .flatMap(n -> of(n).stream())
                .toList();
    }

    /** Returns the address the bridge gets: the stated one, else the first host. */
    Optional<Ip> gateway() {
        return subnet.gateway().isPresent() ? subnet.gateway().flatMap(Ip::tryParse) : cidr.map(Cidr::defaultGateway);
    }

    Element place() {
        return Element.pool(network.key(), index);
    }
}
