package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.Subjects;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.topology.ElementPath;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import java.util.List;
import java.util.function.Consumer;

/**
 * Networks with IPv6 are kept apart: before engine 27 the engine writes no rules for IPv6 unless it is told to (Docker
 * Engine 27.0 release notes, {@code ip6tables}; tried on 20.10.24).
 */
final class UnfilteredIpv6Check implements Check {

    @Override
    public String id() {
        return "unfiltered-ipv6";
    }

    @Override
    public String title() {
        return "Networks with IPv6 are kept apart";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        // A current engine is assumed where none was asked: an older one is always a known one.
        int engine = input.reach().engineMajor();
        if (engine >= ReachOptions.FILTERS_IPV6) {
            return;
        }
        List<Network> networks = input.topology().networks().values().stream()
                .filter(network -> routesIpv6(network.options()))
                .toList();
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Network network : networks) {
            if (networks.size() > 1 || network.options().internal()) {
                findings.accept(build.finding(
                        severity(),
                        List.of(Subjects.network(network.key())),
                        ElementPath.network(network.key()),
                        "Network " + network.key() + " has IPv6, which engine " + engine
                                + " does not filter: over IPv6 its members and those of other networks reach each other"
                                + (network.options().internal() ? ", though it is internal." : "."),
                        "Upgrade the engine to 27 or newer, set ip6tables and experimental in its daemon.json, or leave"
                                + " enable_ipv6 out."));
            }
        }
    }

    private static boolean routesIpv6(NetworkOptions options) {
        return options.enableIpv6() && options.driver().orElse("bridge").equals("bridge");
    }
}
