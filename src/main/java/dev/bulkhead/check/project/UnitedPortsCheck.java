package dev.bulkhead.check.project;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Check for a port of a container that two files publish on two ports of the host: lists of ports are united, and who writes another
 * one into a second file mostly means it instead of the first (Compose documentation, merge and override).
 */
final class UnitedPortsCheck implements Check {

    @Override
    public String id() {
        return "united-ports";
    }

    @Override
    public String title() {
        return "A second file replaces the published port that it means to";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            List<PortMapping> ports = service.ports();
            for (int later = 1; later < ports.size(); later++) {
                Optional<Integer> earlier = earlier(build, service, later);
                if (earlier.isPresent()) {
                    findings.accept(finding(build, service, earlier.get(), later));
                }
            }
        }
    }

    private static Optional<Integer> earlier(FindingBuilder build, Service service, int later) {
        PortMapping port = service.ports().get(later);
        for (int i = 0; i < later; i++) {
            PortMapping other = service.ports().get(i);
            boolean two = other.target() == port.target()
                    && other.protocol() == port.protocol()
                    && other.published().isPresent()
                    && port.published().isPresent()
                    && !other.published().equals(port.published());
            if (two && !file(build, service, i).equals(file(build, service, later))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Finding finding(FindingBuilder build, Service service, int earlier, int later) {
        PortMapping port = service.ports().get(later);
        return build.finding(
                severity(),
                List.of(Element.service(service.key())),
                Element.port(service.key(), later),
                "Service " + service.key() + " publishes its port " + port.target() + " twice, as "
                        + service.ports().get(earlier).text() + " by " + file(build, service, earlier) + " and as "
                        + port.text() + " by " + file(build, service, later) + ": lists of ports are united.",
                "If the second was to take the place of the first, write ports: !override in "
                        + file(build, service, later) + ".");
    }

    private static String file(FindingBuilder build, Service service, int port) {
        return build.sources()
                .at(Element.port(service.key(), port))
                .map(SourceMark::file)
                .orElse("");
    }
}
