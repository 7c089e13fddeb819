package dev.bulkhead.check.address;

import dev.bulkhead.address.plan.PoolForecast;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check that no network without a stated subnet can take the subnet that another network of the project states.
 *
 * <p>The engine gives the next free block of its pools to a network that states none. Where Compose happens to create it
 * first, the other one is refused with {@code Pool overlaps with other one on this address space}: it works on one
 * machine and fails on the next.
 */
final class AutomaticSubnetCollisionCheck implements Check {

    /** More rivals than these are counted, not named. */
    private static final int NAMED = 3;

    @Override
    public String id() {
        return "automatic-subnet-collision";
    }

    @Override
    public String title() {
        return "Automatic subnets stay clear of stated ones";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        PoolForecast forecast = PoolForecast.of(input.topology(), input.used(), input.pools());
        List<TopologyEdit> pins = new ArrayList<>();
        forecast.given().forEach((network, cidr) -> pins.add(new TopologyEdit.SetSubnet(network, cidr.toString())));
        for (PoolForecast.Contest contest : forecast.contests()) {
            String rivals = contest.rivals().size() > NAMED
                    ? contest.rivals().size() + " networks state"
                    : String.join(", ", contest.rivals()) + (contest.rivals().size() == 1 ? " states" : " state");
            Finding finding = new FindingBuilder(id(), input.sources())
                    .finding(
                            Severity.WARNING,
                            subjects(contest),
                            Element.pool(contest.network(), contest.pool()),
                            "Subnet " + contest.subnet() + " of network " + contest.network() + " may be taken: "
                                    + rivals + " no subnet, and whichever is created before it can be given "
                                    + contest.block() + ".",
                            forecast.unserved().isEmpty()
                                    ? "State a subnet for every network of the project; these are free: "
                                            + free(forecast) + "."
                                    : "State a subnet for every network of the project.");
            findings.accept(
                    pins.isEmpty() || !forecast.unserved().isEmpty()
                            ? finding
                            : finding.withQuickFix(new TopologyEdit.Batch("state every subnet", pins)));
        }
    }

    private static List<Element> subjects(PoolForecast.Contest contest) {
        List<Element> subjects = new ArrayList<>();
        subjects.add(Element.network(contest.network()));
        contest.rivals().forEach(rival -> subjects.add(Element.network(rival)));
        return subjects;
    }

    private static String free(PoolForecast forecast) {
        List<String> parts = new ArrayList<>();
        forecast.given().forEach((network, cidr) -> parts.add(cidr + " for " + network));
        return parts.size() > NAMED
                ? String.join(", ", parts.subList(0, NAMED)) + " and so on"
                : String.join(", ", parts);
    }
}
