package dev.bulkhead.check.project;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.function.Consumer;

/** Check that a service has networks or a network mode, not both (compose-go {@code loader/validate.go}). */
final class NetworksWithNetworkModeCheck implements Check {

    @Override
    public String id() {
        return "networks-with-network-mode";
    }

    @Override
    public String title() {
        return "A service has networks or network_mode, not both";
    }

    /** Returns whether a service has both. */
    static boolean applies(Service service) {
        return !(service.networkMode() instanceof NetworkMode.Networks)
                && !service.attachments().isEmpty();
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        for (Service service : input.topology().services().values()) {
            if (!applies(service)) {
                continue;
            }
            String mode = service.networkMode().text().orElse("");
            findings.accept(build.error(
                    List.of(Element.service(service.key())),
                    Element.service(service.key()).field("network_mode"),
                    "Service " + service.key() + " has both networks and network_mode: " + mode
                            + "; Compose refuses that.",
                    "Remove network_mode, or remove networks from " + service.key() + "."));
        }
    }
}
