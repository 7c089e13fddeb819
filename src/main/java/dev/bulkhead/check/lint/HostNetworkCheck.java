package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check for containers on the host's network: they are on no segment, listen on the host itself and reach what the host
 * reaches (Docker documentation, host network driver).
 */
final class HostNetworkCheck implements Check {

    @Override
    public String id() {
        return "host-network";
    }

    @Override
    public String title() {
        return "Containers have a network of their own";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            if (service.networkMode() instanceof NetworkMode.Host) {
                findings.accept(build.finding(
                        severity(),
                        List.of(Element.service(service.key())),
                        Element.service(service.key()).field("network_mode"),
                        "Service " + service.key()
                                + " uses the host's network: no segment keeps it from anything the host reaches.",
                        "Let it join networks and publish its ports, where it can do its work from there."));
            }
        }
    }
}
