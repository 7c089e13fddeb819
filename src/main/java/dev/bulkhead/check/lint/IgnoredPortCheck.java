package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.IgnoredPorts;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.function.Consumer;

/** Check for ports that a service states in vain, since its kind of network has none to publish. */
final class IgnoredPortCheck implements Check {

    @Override
    public String id() {
        return "ignored-port";
    }

    @Override
    public String title() {
        return "Ports are stated where they can be published";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        IgnoredPorts ignored = new IgnoredPorts(input.topology(), input.reach());
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            if (service.ports().isEmpty()) {
                continue;
            }
            ignored.why(service)
                    .ifPresent(why -> findings.accept(build.finding(
                            severity(),
                            List.of(Element.service(service.key())),
                            Element.port(service.key(), 0),
                            "The ports of service " + service.key() + " are ignored: " + why + ".",
                            "Remove them, or let it join a bridge network.")));
        }
    }
}
