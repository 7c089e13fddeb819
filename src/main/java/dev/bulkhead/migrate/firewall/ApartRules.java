package dev.bulkhead.migrate.firewall;

import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.firewall.PacketRule.Family;
import dev.bulkhead.migrate.firewall.PacketRule.HostPorts;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Packet rules that keep containers apart wherever they meet: on the way between two, and at published ports of the host.
 *
 * @param between rules about packets that the host forwards
 * @param entering rules about packets to the host itself
 * @param within networks on which such containers meet, to their drivers
 */
record ApartRules(List<PacketRule> between, List<PacketRule> entering, SortedMap<String, String> within) {

    static ApartRules of(Topology topology, Rules rules, ObservedState observed, ServiceAddresses addresses) {
        ApartRules apart = new ApartRules(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        for (KeptApart.Group group : KeptApart.of(topology, rules)) {
            List<String> from = addresses.of(group.from());
            List<String> to = addresses.of(group.to());
            for (Family family : Family.values()) {
                Optional<String> sources = family.listed(from);
                Optional<String> targets = family.listed(to);
                if (sources.isPresent() && targets.isPresent()) {
                    apart.between.add(PacketRule.dropping(sources, targets, Integer.toString(group.by())));
                }
                sources.ifPresent(some -> group.to().stream()
                        .flatMap(target -> topology.service(target).stream())
                        .flatMap(service -> service.ports().stream())
                        .forEach(port -> apart.close(port, some, family, Integer.toString(group.by()))));
            }
            Set<String> places = networks(group.from(), addresses);
            places.retainAll(networks(group.to(), addresses));
            places.forEach(place -> apart.within.put(
                    place,
                    observed.network(place)
                            .flatMap(network -> network.options().driver())
                            .orElse("bridge")));
        }
        return apart;
    }

    /** The engine's proxy takes in what containers send to a port of the host; from there on it comes from the host. */
    private void close(PortMapping port, String sources, Family family, String by) {
        if (!beyondLoopback(port)
                || port.hostIp().filter(ip -> Family.of(ip) != family).isPresent()) {
            return;
        }
        Optional<String> at = port.hostIp().filter(ip -> !ip.equals("0.0.0.0") && !ip.equals("::"));
        port.published().flatMap(ports -> HostPorts.of(ports, port.protocol())).stream()
                .map(ports -> new PacketRule(Optional.of(sources), at, Optional.of(ports), Optional.of(by)))
                .filter(rule -> !entering.contains(rule))
                .forEach(entering::add);
    }

    /** Returns whether a port is published beyond the host itself. */
    static boolean beyondLoopback(PortMapping port) {
        return port.hostIp()
                .filter(ip -> ip.startsWith("127.") || ip.equals("::1"))
                .isEmpty();
    }

    private static Set<String> networks(Set<String> services, ServiceAddresses addresses) {
        return services.stream()
                .flatMap(service -> addresses.containers(service).stream())
                .flatMap(container -> container.endpoints().stream())
                .map(ObservedEndpoint::network)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
