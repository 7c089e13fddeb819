package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Check for published ports of services that are on internal networks only, or ports on IPv4 addresses of services without
 * IPv4: the engine silently does not publish them (moby#36174; tried on 20.10 and 28.5).
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
            for (int i = 0; i < service.ports().size(); i++) {
                int index = i;
                why(serviceNetworks, input.reach(), service, i)
                        .ifPresent(why -> findings.accept(
                                finding(build, service, index, service.ports().get(index), why)));
            }
        }
    }

    private static Optional<Why> why(ServiceNetworks networks, ReachOptions reach, Service service, int port) {
        if (networks.onlyInternal(service)) {
            return Optional.of(Why.INTERNAL);
        }
        // Older engines give IPv4 addresses whatever is stated.
        boolean withoutIpv4 = reach.engineMajor() >= ReachOptions.CURRENT_ENGINE
                && networks.gateway(service)
                        .filter(network -> !networks.options(network).enableIpv4())
                        .isPresent();
        return withoutIpv4 && networks.published(service).stream().noneMatch(binding -> binding.index() == port)
                ? Optional.of(Why.IPV6_ONLY)
                : Optional.empty();
    }

    private enum Why {
        INTERNAL(
                "the service is on internal networks only",
                "Let it join a network that is not internal, or remove the port."),
        IPV6_ONLY(
                "it is for an IPv4 address of the host, and the service has none itself (enable_ipv4 is false)",
                "Publish it without an address or on one of IPv6, or let the service join a network with IPv4.");

        private final String because;
        private final String fix;

        Why(String because, String fix) {
            this.because = because;
            this.fix = fix;
        }
    }

    private Finding finding(FindingBuilder build, Service service, int index, PortMapping port, Why why) {
        return build.finding(
                severity(),
                List.of(Element.service(service.key())),
                Element.port(service.key(), index),
                "Port " + port.text() + " of service " + service.key() + " is not published: " + why.because + ".",
                why.fix);
    }
}
