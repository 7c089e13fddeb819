package dev.bulkhead.check.address;

import dev.bulkhead.address.plan.DeclaredRange;
import dev.bulkhead.address.plan.RoomReport;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.topology.Counted;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.function.Consumer;

/** Check that every member of a network gets an address: automatic ones from {@code ip_range}, where one is stated. */
final class NetworkFullCheck implements Check {

    @Override
    public String id() {
        return "network-full";
    }

    @Override
    public String title() {
        return "Networks have an address for every member";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        for (DeclaredRange range : DeclaredRange.of(input.topology())) {
            RoomReport room = RoomReport.of(range);
            if (!room.overfull()) {
                continue;
            }
            String where =
                    range.ipRange().isPresent() ? "ip_range " + range.ipRange().get() : "subnet " + range.cidr();
            findings.accept(build.error(
                    List.of(Element.network(range.network())),
                    Element.pool(range.network(), range.pool()),
                    "Network " + range.network() + " is too small: "
                            + Counted.of(range.automatic(), "service needs", "services need")
                            + " an automatic address, and its " + where + " has " + room.forAutomatic()
                            + ".",
                    range.ipRange().isPresent()
                            ? "Widen ip_range, or leave it out."
                            : "Give " + range.network() + " a larger subnet."));
        }
    }
}
