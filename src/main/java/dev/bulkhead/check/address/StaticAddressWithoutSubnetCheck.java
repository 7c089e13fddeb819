package dev.bulkhead.check.address;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.topology.Network;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Check that a network with a static address states a subnet of its family (Compose specification, {@code
 * ipv4_address}).
 */
final class StaticAddressWithoutSubnetCheck implements Check {

    @Override
    public String id() {
        return "static-address-without-subnet";
    }

    @Override
    public String title() {
        return "Networks with static addresses state their subnet";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        for (StaticAddress address : StaticAddress.of(input.topology())) {
            Optional<Network> network = input.topology().network(address.network());
            if (network.isEmpty() || network.get().external() || states(network.get(), address.ipv4())) {
                continue;
            }
            String family = address.ipv4() ? "IPv4" : "IPv6";
            findings.accept(build.error(
                    address.subjects(),
                    address.place(),
                    address.sentence() + " needs a stated " + family + " subnet; the network has none.",
                    "Add an " + family + " subnet under ipam.config of network " + address.network() + ", or leave "
                            + address.field() + " out."));
        }
    }

    private static boolean states(Network network, boolean ipv4) {
        // A subnet that is not one is another check's finding; it would have been stated.
        return network.subnets().stream()
                .flatMap(s -> s.subnet().stream())
                .anyMatch(text -> text.contains(":") != ipv4);
    }
}
