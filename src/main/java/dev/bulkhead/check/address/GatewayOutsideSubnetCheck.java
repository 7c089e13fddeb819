package dev.bulkhead.check.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Check that a gateway is a host address of its subnet (moby {@code validateIpamConfig}). */
final class GatewayOutsideSubnetCheck implements Check {

    @Override
    public String id() {
        return "gateway-outside-subnet";
    }

    @Override
    public String title() {
        return "Gateways lie inside their subnet";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        for (Pool pool : Pool.of(input.topology())) {
            pool.subnet().gateway().flatMap(text -> fault(pool, text)).ifPresent(fault -> {
                String fix = pool.cidr()
                        .map(c -> "Use an address of the subnet, for instance " + c.defaultGateway()
                                + ", or leave the gateway out.")
                        .orElse("Use an address of the subnet, or leave the gateway out.");
                findings.accept(build.error(
                        List.of(Element.network(pool.network().key())),
                        pool.place().field("gateway"),
                        fault,
                        fix));
            });
        }
    }

    private static Optional<String> fault(Pool pool, String text) {
        String subject = "The gateway " + text + " of network " + pool.network().key();
        Optional<Ip> gateway = Ip.tryParse(text);
        if (gateway.isEmpty()) {
            return Optional.of(subject + " is not an IP address.");
        }
        Optional<Cidr> subnet = pool.cidr();
        if (subnet.isEmpty()) {
            return Optional.empty();
        }
        return subnet.get().contains(gateway.get())
                ? Optional.empty()
                : Optional.of(subject + " is outside its subnet " + subnet.get() + ".");
    }
}
