package dev.bulkhead.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            new UnusedNetworkCheck(),
            new RulesCheck());

    private static final Check LOAD_PROBLEMS = new LoadProblemCheck();

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
        List<Finding> fromReader = new ArrayList<>();
        LOAD_PROBLEMS.run(input, fromReader::add);
        // Where a check sees the same fault, it has more to offer than the reader.
        fromReader.removeIf(f -> findings.stream().anyMatch(seen -> sameFault(seen, f)));
        findings.addAll(fromReader);
        findings.sort(ORDER);
        return List.copyOf(findings);
    }

    private static boolean sameFault(Finding a, Finding b) {
        return a.rule().equals(b.rule()) && !Collections.disjoint(a.subjects(), b.subjects());
    }

    /** Returns the rules that {@link #run} looks at. */
    public static List<CheckRule> rules() {
        return Stream.concat(ALL.stream(), Stream.of(LOAD_PROBLEMS))
                .flatMap(c -> c.rules().stream())
                .collect(Collectors.toMap(CheckRule::id, r -> r, (first, again) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }
}
