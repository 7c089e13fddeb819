package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check for privileged containers: they have every device and capability of the host, so who breaks into one owns the
 * machine (Docker documentation, runtime privilege).
 */
final class PrivilegedCheck implements Check {

    @Override
    public String id() {
        return "privileged";
    }

    @Override
    public String title() {
        return "Containers are not privileged";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            if (service.container().hostAccess().privileged()) {
                findings.accept(build.finding(
                        severity(),
                        List.of(Element.service(service.key())),
                        Element.service(service.key()).field("privileged"),
                        "Service " + service.key() + " is privileged: whoever breaks into it owns the host.",
                        "Remove privileged, and add the capabilities and devices that it needs."));
            }
        }
    }
}
