package dev.bulkhead.address.plan;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A subnet that a network states, with what is chosen inside it.
 *
 * @param network the network's key
 * @param pool its index among the network's pools
 * @param cidr the subnet
 * @param gateway the stated gateway, where it lies inside
 * @param ipRange the part that automatic addresses come from, where one is stated and lies inside
 * @param hosts addresses that the engine must not hand out (auxiliary ones)
 * @param statics static addresses of services, in the order of the services
 * @param automatic how many members have no static address of the family
 */
public record DeclaredRange(
        String network,
        int pool,
        Cidr cidr,
        Optional<Ip> gateway,
        Optional<Cidr> ipRange,
        List<Ip> hosts,
        List<StaticUse> statics,
        int automatic) {

    public DeclaredRange {
        hosts = List.copyOf(hosts);
        statics = List.copyOf(statics);
    }

    /** A static address of a service. */
    public record StaticUse(String service, Ip ip) {}

    /** Returns the subnets that the networks of a project state and that can be read, in the order of their keys. */
    public static List<DeclaredRange> of(Topology topology) {
        return of(topology, topology.networks().values());
    }

    /** Returns the subnets that some networks of a project state and that can be read. */
    static List<DeclaredRange> of(Topology topology, Collection<Network> networks) {
        // Once for all of them: asking each network for its members is the square of thousands.
        Map<String, List<Service>> members = new HashMap<>();
        for (Service service : topology.services().values()) {
            for (Attachment attachment : service.attachments()) {
                members.computeIfAbsent(attachment.network(), key -> new ArrayList<>())
                        .add(service);
            }
        }
        return networks.stream()
                .flatMap(network -> of(network, members.getOrDefault(network.key(), List.of())).stream())
                .toList();
    }

    /** Returns the subnets that a network states and that can be read, in file order. */
    public static List<DeclaredRange> of(Topology topology, Network network) {
        return of(network, topology.members(network.key()));
    }

    private static List<DeclaredRange> of(Network network, List<Service> members) {
        List<DeclaredRange> ranges = new ArrayList<>();
        for (int i = 0; i < network.subnets().size(); i++) {
            Subnet pool = network.subnets().get(i);
            int index = i;
            pool.subnet()
                    .flatMap(Cidr::enclosing)
                    .ifPresent(cidr -> ranges.add(of(network.key(), index, pool, cidr, members)));
        }
        return ranges;
    }

    private static DeclaredRange of(String key, int index, Subnet pool, Cidr cidr, List<Service> members) {
        List<StaticUse> statics = new ArrayList<>();
        int automatic = 0;
        for (Service member : members) {
            Optional<String> stated = member.attachment(key).flatMap(a -> cidr.isIpv4() ? a.ipv4() : a.ipv6());
            if (stated.isEmpty()) {
                automatic++;
            }
            stated.flatMap(Ip::tryParse)
                    .filter(cidr::contains)
                    .ifPresent(ip -> statics.add(new StaticUse(member.key(), ip)));
        }
        return new DeclaredRange(
                key,
                index,
                cidr,
                pool.gateway().flatMap(Ip::tryParse).filter(cidr::contains),
                pool.ipRange().flatMap(Cidr::tryParse).filter(cidr::contains),
                pool.auxAddresses().values().stream()
                        .flatMap(text -> Ip.tryParse(text).stream())
                        .filter(cidr::contains)
                        .toList(),
                statics,
                automatic);
    }

    /** Returns where automatic addresses come from: {@code ip_range}, else the whole subnet. */
    public Cidr automaticRange() {
        return ipRange.orElse(cidr);
    }

    /** Returns the address of the bridge: the stated one, else the first host, which the engine takes then. */
    public Ip bridge() {
        return gateway.orElse(cidr.defaultGateway());
    }

    /** Returns the static address that a membership states in this subnet's family. */
    Optional<String> stated(Attachment attachment) {
        return cidr.isIpv4() ? attachment.ipv4() : attachment.ipv6();
    }
}
