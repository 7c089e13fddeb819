package dev.bulkhead.check.lint;

import dev.bulkhead.address.Ip;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check that ports published on the host's loopback address are for the host alone: before engine 28 machines of the
 * same network segment reach them (Docker documentation, port publishing; moby#45610).
 */
final class LoopbackPortCheck implements Check {

    @Override
    public String id() {
        return "loopback-port";
    }

    @Override
    public String title() {
        return "Ports on the loopback address are for the host alone";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        // A current engine is assumed where none was asked: an older one is always a known one.
        int engine = input.reach().engineMajor();
        if (engine >= ReachOptions.CURRENT_ENGINE) {
            return;
        }
        ServiceNetworks serviceNetworks = new ServiceNetworks(input.topology(), input.reach());
        FindingBuilder build = FindingBuilder.of(this, input);
        for (HostPort port : HostPort.of(input.topology(), serviceNetworks)) {
            // The kernel drops packets to ::1 from outside; only IPv4 addresses are translated before it looks.
            if (port.loopback() && port.address().map(Ip::isIpv4).orElse(false)) {
                String key = port.service().key();
                findings.accept(
                        build.finding(
                                severity(),
                                List.of(Element.service(key)),
                                Element.port(key, port.index()),
                                "Port " + port.mapping().text() + " of service " + key
                                        + " is meant for the host alone, but with engine " + engine
                                        + " machines of the same network segment reach it.",
                                "Upgrade the engine to 28 or newer; until then drop what comes from outside for it in the chain DOCKER-USER, or no longer publish it: a machine that routes to the container's own address is not stopped by 127.0.0.1."));
            }
        }
    }
}
