package dev.bulkhead.check.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.FreeSpace;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.address.plan.DeclaredRange;
import dev.bulkhead.address.plan.PoolForecast;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.TopologyEdit.SetSubnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Check that no automatic subnet covers what the host reaches by another machine, a VPN's far side for instance.
 *
 * <p>The engine keeps automatic subnets clear of routes on a link only, and of IPv4 only (moby
 * {@code netutils/utils_linux.go}); a routed range disappears behind the new bridge.
 */
final class AutomaticSubnetRouteCheck implements Check {

    @Override
    public String id() {
        return "automatic-subnet-hides-route";
    }

    @Override
    public String title() {
        return "Automatic subnets stay clear of the host's routes";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        PoolForecast forecast = PoolForecast.of(input.topology(), input.used(), input.pools());
        if (forecast.hidden().isEmpty()) {
            return;
        }
        List<Cidr> taken = new ArrayList<>(forecast.given().values());
        input.used().stream().map(UsedRange::cidr).forEach(taken::add);
        DeclaredRange.of(input.topology()).forEach(r -> taken.add(r.cidr()));
        FreeSpace free = new FreeSpace(taken);
        for (PoolForecast.Hidden hidden : forecast.hidden()) {
            Optional<Cidr> other = free.nextAfter(hidden.block());
            Finding finding = new FindingBuilder(id(), input.sources())
                    .finding(
                            Severity.WARNING,
                            List.of(
                                    Element.network(hidden.network()),
                                    hidden.route().owner().element()),
                            Element.network(hidden.network()),
                            "Network " + hidden.network() + " states no subnet and will be given " + hidden.block()
                                    + ", which hides " + hidden.route().cidr() + " of "
                                    + hidden.route().owner().text() + ".",
                            "State a subnet"
                                    + other.map(o -> "; " + o + " is free.").orElse("."));
            findings.accept(other.map(o -> finding.withQuickFix(new SetSubnet(hidden.network(), o.toString())))
                    .orElse(finding));
        }
    }
}
