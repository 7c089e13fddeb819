package dev.bulkhead.check.project;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.TopologyEdit.RemoveNetwork;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Check for declared networks that no service joins, which {@code docker compose up} never creates. */
final class UnusedNetworkCheck implements Check {

    @Override
    public String id() {
        return "unused-network";
    }

    @Override
    public String title() {
        return "Declared networks are used";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        Set<String> used = new HashSet<>();
        for (Service service : input.topology().services().values()) {
            service.attachments().forEach(a -> used.add(a.network()));
        }
        for (Network network : input.topology().networks().values()) {
            if (!used.contains(network.key())) {
                findings.accept(build.finding(
                                severity(),
                                List.of(Element.network(network.key())),
                                Element.network(network.key()),
                                "No service joins network " + network.key() + ".",
                                "Attach a service to it, or remove it.")
                        .withQuickFix(new RemoveNetwork(network.key())));
            }
        }
    }
}
