package dev.bulkhead.check.address;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Check that a network of machines of the LAN says which addresses are its own: without {@code ip_range} the engine hands
 * out any of the subnet, also those that the LAN's DHCP server gave to others (Docker documentation, macvlan driver).
 */
final class LanRangeCheck implements Check {

    private static final Set<String> DRIVERS = Set.of("macvlan", "ipvlan");

    @Override
    public String id() {
        return "lan-range";
    }

    @Override
    public String title() {
        return "Networks of the LAN have addresses of their own";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Network network : input.topology().networks().values()) {
            // In its layer 3 modes a network is routed to the LAN, whose addresses are others.
            boolean ofLan = !network.external()
                    && network.options().driver().filter(DRIVERS::contains).isPresent()
                    && !network.options()
                            .driverOpts()
                            .getOrDefault("ipvlan_mode", "l2")
                            .startsWith("l3");
            boolean open = network.subnets().stream()
                    .anyMatch(pool -> pool.subnet().isPresent()
                            && !pool.subnet().get().contains(":")
                            && pool.ipRange().isEmpty());
            List<String> given = input.topology().members(network.key()).stream()
                    .filter(member -> member.attachment(network.key())
                            .filter(a -> a.ipv4().isEmpty())
                            .isPresent())
                    .map(Service::key)
                    .toList();
            if (ofLan && open && !given.isEmpty()) {
                findings.accept(build.finding(
                        severity(),
                        List.of(Element.network(network.key())),
                        Element.network(network.key()),
                        "Network " + network.key() + " gives " + String.join(", ", given)
                                + " any address of the LAN, also one that its DHCP server gave to another machine.",
                        "State an ip_range that the DHCP server leaves alone, or an ipv4_address for each member."));
            }
        }
    }
}
