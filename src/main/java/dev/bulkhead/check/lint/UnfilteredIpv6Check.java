package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.reach.Namespaces;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check that networks with IPv6 are kept apart: before engine 27 the engine writes no rules for IPv6 unless it is told
 * to (Docker Engine 27.0 release notes, {@code ip6tables}; tried on 20.10.24).
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
        FindingBuilder build = FindingBuilder.of(this, input);
        boolean switchedOff = !input.reach().settings().on(EngineSetting.IP6TABLES);
        for (String key : Namespaces.of(input.topology(), input.reach()).leakingOverIpv6()) {
            findings.accept(build.finding(
                    severity(),
                    List.of(Element.network(key)),
                    Element.network(key),
                    "Network " + key + " has IPv6, which the engine (version "
                            + input.reach().engineMajor()
                            + (switchedOff ? ", ip6tables off" : "")
                            + ") does not filter: neither internal nor enable_icc nor a network of its own keeps anything"
                            + " apart over IPv6.",
                    switchedOff
                            ? "Take \"ip6tables\": false out of the engine's daemon.json, or leave enable_ipv6 out."
                            : "Upgrade the engine to 27 or newer, set ip6tables and experimental in its daemon.json, or"
                                    + " leave enable_ipv6 out."));
        }
    }
}
