package dev.bulkhead.check.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.plan.DeclaredRange;
import dev.bulkhead.address.plan.DeclaredRange.StaticUse;
import dev.bulkhead.address.plan.RoomReport;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check that no automatic address can be the static one of another service.
 *
 * <p>The engine hands out the lowest free address of {@code ip_range}, or of the subnet without one (moby
 * {@code ipams/defaultipam}); whoever starts later and states that address is refused with {@code Address already in use}.
 */
final class StaticAddressContestedCheck implements Check {

    @Override
    public String id() {
        return "static-address-contested";
    }

    @Override
    public String title() {
        return "Automatic addresses stay clear of static ones";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = new FindingBuilder(id(), input.sources());
        for (DeclaredRange range : DeclaredRange.of(input.topology())) {
            List<StaticUse> contested = RoomReport.of(range).contested();
            for (StaticUse use : range.statics()) {
                boolean inIpRange =
                        range.ipRange().filter(r -> r.contains(use.ip())).isPresent();
                if (contested.contains(use) || inIpRange) {
                    findings.accept(finding(build, range, use, contested.contains(use)));
                }
            }
        }
    }

    private static Finding finding(FindingBuilder build, DeclaredRange range, StaticUse use, boolean inReach) {
        String field = range.cidr().isIpv4() ? "ipv4_address" : "ipv6_address";
        String trap = range.ipRange().map(r -> " lies in its ip_range " + r).orElse("");
        return build.finding(
                inReach ? Severity.WARNING : Severity.INFO,
                List.of(Element.service(use.service()), Element.network(range.network())),
                Element.membership(use.service(), range.network()).field(field),
                "The " + field + " " + use.ip() + " of service " + use.service() + " on network " + range.network()
                        + (inReach
                                ? (trap.isEmpty() ? " may be taken" : trap + " and may be taken") + ": " + rivals(range)
                                : trap + ", which the engine hands out to containers without a static address."),
                fix(range));
    }

    private static String rivals(DeclaredRange range) {
        return range.automatic() == 1
                ? "1 service there has no static address and gets the lowest free one when it starts."
                : range.automatic()
                        + " services there have no static address and get the lowest free ones when they start.";
    }

    private static String fix(DeclaredRange range) {
        if (range.ipRange().isPresent()) {
            return "Choose an address of " + range.cidr() + " outside the ip_range.";
        }
        boolean roomy = range.cidr().bitCount() - range.cidr().prefixLength() > 2;
        return "Keep automatic addresses apart with an ip_range"
                + (roomy ? ", for instance " + upperHalf(range.cidr()) + ", and static ones outside it." : ".");
    }

    private static Cidr upperHalf(Cidr cidr) {
        return cidr.at(cidr.size().shiftRight(1), cidr.prefixLength() + 1);
    }
}
