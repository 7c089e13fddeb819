package dev.bulkhead.check.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Check that the range of automatic addresses is a block of its subnet (moby {@code validateIPRange}). */
final class IpRangeOutsideSubnetCheck implements Check {

    @Override
    public String id() {
        return "ip-range-outside-subnet";
    }

    @Override
    public String title() {
        return "Ranges of automatic addresses lie inside their subnet";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        for (Pool pool : Pool.of(input.topology())) {
            Optional<String> stated = pool.subnet().ipRange();
            if (stated.isEmpty() || fits(pool, stated.get())) {
                continue;
            }
            String subnet = pool.cidr().map(Cidr::toString).orElse("of the network");
            findings.accept(build.error(
                    List.of(Element.network(pool.network().key())),
                    pool.place().field("ip_range"),
                    "The ip_range " + stated.get() + " of network "
                            + pool.network().key() + " is not a block inside its subnet.",
                    "Use a block inside the subnet " + subnet + ", or leave ip_range out."));
        }
    }

    private static boolean fits(Pool pool, String text) {
        return Cidr.tryParse(text)
                .filter(range -> pool.cidr().map(c -> c.contains(range)).orElse(true))
                .isPresent();
    }
}
