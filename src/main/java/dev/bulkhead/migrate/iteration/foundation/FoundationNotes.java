package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Notes on a design that the operator should know. */
final class FoundationNotes {

    /** Nobody reads more names than these in a sentence. */
    private static final int MOST = 20;

    private FoundationNotes() {}

    static List<String> of(Evidence evidence, Function<String, List<String>> networksAfter) {
        List<String> notes = new ArrayList<>();
        List<String> onlyOld = evidence.flows().stream()
                .filter(flow -> onlyOnPresent(flow, evidence, networksAfter))
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
            MustFlow flow, Evidence evidence, Function<String, List<String>> networksAfter) {
        List<String> mine = networksAfter.apply(evidence.namespaceOwner(flow.from()));
        List<String> common =
                networksAfter.apply(flow.to()).stream().filter(mine::contains).toList();
        return !common.isEmpty()
                && common.stream()
                        .allMatch(key -> evidence.topology().network(key).isPresent());
    }
}
