package dev.bulkhead.check.project;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit.AddNetwork;
import java.util.List;
import java.util.function.Consumer;

/** Check that a network that a service joins is declared (compose-go {@code loader/validate.go}). */
final class UndefinedNetworkCheck implements Check {

    private static final String NAME = "[a-zA-Z0-9._-]+";

    @Override
    public String id() {
        return "undefined-network";
    }

    @Override
    public String title() {
        return "Networks that services join are declared";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        Topology topology = input.topology();
        for (Service service : topology.services().values()) {
            for (Attachment attachment : service.attachments()) {
                String key = attachment.network();
                // what can be no name at all is refused for that
                if (topology.network(key).isPresent() || !key.matches(NAME)) {
                    continue;
                }
                Network declared =
                        new Network(key, topology.project() + "_" + key, NetworkOptions.defaults(), List.of());
                findings.accept(build.error(
                                List.of(Element.service(service.key()), Element.network(key)),
                                Element.membership(service.key(), key),
                                "Service " + service.key() + " joins network " + key + ", which is not declared.",
                                "Declare " + key + " under the top-level networks, or correct the name.")
                        .withQuickFix(new AddNetwork(declared)));
            }
        }
    }
}
