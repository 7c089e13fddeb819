package dev.bulkhead.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All checks. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new InvalidSubnetCheck(),
            new SubnetOverlapCheck(),
            new GatewayOutsideSubnetCheck(),
            new IpRangeOutsideSubnetCheck(),
            new AuxAddressOutsideSubnetCheck(),
            new StaticAddressOutsideCheck(),
            new StaticAddressWithoutSubnetCheck(),
            new StaticAddressDuplicateCheck(),
            new UndefinedNetworkCheck(),
            new NetworksWithNetworkModeCheck(),
            new HostPortTakenTwiceCheck(),
            new UnusedNetworkCheck());

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(f -> f.at().map(m -> m.file()).orElse(""))
            .thenComparing(f -> f.at().map(m -> m.line()).orElse(0))
            .thenComparing(f -> f.at().map(m -> m.column()).orElse(0))
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    private Checks() {}

    /** Returns everything the checks find, worst first, then by place. */
    public static List<Finding> run(CheckInput input) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : ALL) {
            check.run(input, findings::add);
        }
        findings.sort(ORDER);
        return List.copyOf(findings);
    }

    /** Returns the rules that {@link #run} looks at. */
    public static List<CheckRule> rules() {
        return ALL.stream().map(c -> new CheckRule(c.id(), c.title())).toList();
    }
}
