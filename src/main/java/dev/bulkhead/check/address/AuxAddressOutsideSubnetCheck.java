package dev.bulkhead.check.address;

import dev.bulkhead.address.Ip;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.function.Consumer;

/** Check that an auxiliary address is one of its subnet (moby {@code validateIpamConfig}). */
final class AuxAddressOutsideSubnetCheck implements Check {

    @Override
    public String id() {
        return "aux-address-outside-subnet";
    }

    @Override
    public String title() {
        return "Auxiliary addresses lie inside their subnet";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        for (Pool pool : Pool.of(input.topology())) {
            pool.subnet().auxAddresses().forEach((host, text) -> {
                if (!fits(pool, text)) {
                    String network = pool.network().key();
                    findings.accept(build.error(
                            List.of(Element.network(network)),
                            pool.place().field("aux_addresses").field(host),
                            "The auxiliary address " + text + " of " + host + " in network " + network
                                    + " is outside its subnet.",
                            "Use an address of the subnet, or remove the entry."));
                }
            });
        }
    }

    private static boolean fits(Pool pool, String text) {
        return Ip.tryParse(text)
                .filter(ip -> pool.cidr().map(c -> c.contains(ip)).orElse(true))
                .isPresent();
    }
}
