package dev.bulkhead.check.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.topology.Network;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Check that a static address is a free host address of one of its network's subnets. */
final class StaticAddressOutsideCheck implements Check {

    @Override
    public String id() {
        return "static-address-outside";
    }

    @Override
    public String title() {
        return "Static addresses are host addresses of their network's subnets";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        for (StaticAddress address : StaticAddress.of(input.topology())) {
            Optional<Network> network = input.topology().network(address.network());
            List<Pool> pools = network.map(Pool::of).orElse(List.of()).stream()
                    .filter(p -> p.cidr().map(c -> c.isIpv4() == address.ipv4()).orElse(false))
                    .toList();
            fault(address, pools)
                    .ifPresent(fault -> findings.accept(build.error(
                            address.subjects(), address.place(), address.sentence() + fault, fix(address, pools))));
        }
    }

    private static Optional<String> fault(StaticAddress address, List<Pool> pools) {
        Optional<Ip> ip = address.ip();
        if (ip.isEmpty()) {
            return Optional.of(" is not an " + (address.ipv4() ? "IPv4" : "IPv6") + " address.");
        }
        // Without a pool of the family there is nothing to compare with; another check asks for one.
        if (pools.isEmpty()) {
            return Optional.empty();
        }
        Optional<Cidr> home = pools.stream()
                .flatMap(p -> p.cidr().stream())
                .filter(c -> c.contains(ip.get()))
                .findFirst();
        if (home.isEmpty()) {
            return Optional.of(
                    " is outside its subnet " + pools.getFirst().cidr().orElseThrow() + ".");
        }
        Cidr subnet = home.get();
        boolean large = subnet.bitCount() - subnet.prefixLength() > 1;
        if (large && ip.get().equals(subnet.first())) {
            return Optional.of(" is the address of the subnet " + subnet + " itself.");
        }
        if (large && subnet.isIpv4() && ip.get().equals(subnet.last())) {
            return Optional.of(" is the broadcast address of the subnet " + subnet + ".");
        }
        return Optional.empty();
    }

    private static String fix(StaticAddress address, List<Pool> pools) {
        return pools.stream()
                .flatMap(p -> p.cidr().stream())
                .findFirst()
                .map(c -> "Use a host address of " + c + ", or leave " + address.field() + " out.")
                .orElse("Write an address, or leave " + address.field() + " out.");
    }
}
