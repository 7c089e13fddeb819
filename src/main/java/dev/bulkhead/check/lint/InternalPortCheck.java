package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check for published ports of services that are on internal networks only: the engine silently does not publish them
 * (moby#36174; tried on 20.10 and 28.5).
 */
final class InternalPortCheck implements Check {

    @Override
    public String id() {
        return "internal-port";
    }

    @Override
    public String title() {
        return "Stated ports are published";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        ServiceNetworks serviceNetworks = new ServiceNetworks(input.topology(), input.reach());
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            if (!service.ports().isEmpty() && serviceNetworks.onlyInternal(service)) {
                for (int i = 0; i < service.ports().size(); i++) {
                    findings.accept(finding(build, service, i, service.ports().get(i)));
                }
            }
        }
    }

    private Finding finding(FindingBuilder build, Service service, int index, PortMapping port) {
        return build.finding(
                severity(),
                List.of(Element.service(service.key())),
                Element.port(service.key(), index),
                "Port " + port.text() + " of service " + service.key()
                        + " is not published: the service is on internal networks only.",
                "Let it join a network that is not internal, or remove the port.");
    }
}
