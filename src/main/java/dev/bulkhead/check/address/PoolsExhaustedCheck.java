package dev.bulkhead.check.address;

import dev.bulkhead.address.RangeOwner;
import dev.bulkhead.address.plan.PoolForecast;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check that the engine's pools have a subnet for every network that states none.
 *
 * <p>There are 31 of them without {@code default-address-pools}, the default bridge's included (Docker documentation,
 * {@code network/_index}).
 */
final class PoolsExhaustedCheck implements Check {

    private static final int SCARCE = 3;

    @Override
    public String id() {
        return "address-pools-exhausted";
    }

    @Override
    public String title() {
        return "The engine's address pools suffice";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        PoolForecast forecast = PoolForecast.of(input.topology(), input.used(), input.pools());
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        for (String network : forecast.unserved()) {
            findings.accept(build.error(
                    List.of(Element.network(network)),
                    Element.network(network),
                    "Network " + network + " states no subnet, and the engine's "
                            + input.pools().capacity() + " default address pools are used up.",
                    "State a small subnet for it, for instance a /24, or set default-address-pools of the engine."));
        }
        boolean engineKnown = input.used().stream().anyMatch(u -> u.owner() instanceof RangeOwner.EngineNetwork);
        if (engineKnown && forecast.unserved().isEmpty() && forecast.left() < SCARCE) {
            findings.accept(build.ofProject(
                    Severity.INFO,
                    "After this project the engine's default address pools have "
                            + (forecast.left() == 0
                                    ? "no subnet"
                                    : "only " + forecast.left() + " of "
                                            + input.pools().capacity() + " subnets")
                            + " left for networks that state none.",
                    "State small subnets, remove unused networks, or set default-address-pools of the engine."));
        }
    }
}
