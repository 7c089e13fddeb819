package dev.bulkhead.check.address;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
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
            if (address.ipv4() && !network.get().options().enableIpv4()) {
                // With a subnet for it the engine leaves the address out without a word, else it refuses.
                findings.accept(build.finding(
                        states(network.get(), true) ? Severity.WARNING : Severity.ERROR,
                        address.subjects(),
                        address.place(),
                        address.sentence() + " cannot be given: the network has no IPv4 (enable_ipv4 is false).",
                        "Leave ipv4_address out, or leave enable_ipv4 out of network " + address.network() + "."));
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
