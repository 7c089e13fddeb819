package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Notes on a design that the operator should know. */
final class FoundationNotes {

    /** Nobody reads more names than these in a sentence. */
    private static final int MOST = 20;

    private FoundationNotes() {}

    /**
     * Returns the notes.
     *
     * @param tiers keys of the networks that the design wants, whether they are there or not
     * @param networksAfter keys of the networks of a service once it is done
     */
    static List<String> of(Evidence evidence, Set<String> tiers, Function<String, List<String>> networksAfter) {
        List<String> notes = new ArrayList<>();
        List<String> onlyOld = evidence.flows().stream()
                .filter(flow -> onlyOnPresent(flow, evidence, tiers, networksAfter))
                .map(MustFlow::rule)
                .toList();
        if (!onlyOld.isEmpty()) {
            String more = onlyOld.size() > MOST ? " and " + (onlyOld.size() - MOST) + " more" : "";
            notes.add("These flows stay on the present network alone, until it is retired: "
                    + onlyOld.stream().limit(MOST).collect(Collectors.joining(", ")) + more + ".");
        }
        return notes;
    }

    private static boolean onlyOnPresent(
            MustFlow flow, Evidence evidence, Set<String> tiers, Function<String, List<String>> networksAfter) {
        List<String> mine = networksAfter.apply(evidence.namespaceOwner(flow.from()));
        List<String> common =
                networksAfter.apply(flow.to()).stream().filter(mine::contains).toList();
        return !common.isEmpty()
                && common.stream()
                        .allMatch(key -> !tiers.contains(key)
                                && evidence.topology().network(key).isPresent());
    }
}
