package dev.bulkhead.check.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.TopologyEdit.SetSubnet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Check that a subnet is in CIDR notation without bits beyond the prefix (the engine refuses it since version 25). */
final class InvalidSubnetCheck implements Check {

    @Override
    public String id() {
        return "invalid-subnet";
    }

    @Override
    public String title() {
        return "Subnets are in CIDR notation, without host bits";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        for (Pool pool : Pool.of(input.topology())) {
            Optional<String> stated = pool.subnet().subnet();
            if (stated.isEmpty() || Cidr.tryParse(stated.get()).isPresent()) {
                continue;
            }
            String network = pool.network().key();
            List<Element> subjects = List.of(Element.network(network));
            if (pool.cidr().isEmpty()) {
                findings.accept(build.error(
                        subjects,
                        pool.place(),
                        "The subnet " + stated.get() + " of network " + network + " is not in CIDR notation.",
                        "Write a block such as 172.20.0.0/24 or fd00:20::/64."));
                continue;
            }
            Cidr right = pool.cidr().get();
            Finding finding = build.error(
                    subjects,
                    pool.place(),
                    "The subnet " + stated.get() + " of network " + network + " has bits set beyond /"
                            + right.prefixLength() + ".",
                    "Write " + right + ".");
            boolean editable = pool.index() == 0 && !pool.network().external();
            findings.accept(editable ? finding.withQuickFix(new SetSubnet(network, right.toString())) : finding);
        }
    }
}
