package dev.bulkhead.migrate.effect;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.Verdict;
import dev.bulkhead.reach.explain.Explainer;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Services that the LAN does not reach before a plan: a gain, as if a rule {@code must-not: lan -> SERVICE} stood for each. A plan
 * that opens one has to be accepted like an outage.
 */
final class ClosedServices {

    private final Set<Subject> open = new HashSet<>();

    ClosedServices(ReachMatrix before) {
        reached(before).forEach(i -> open.add(before.subjects().get(i)));
    }

    /** Returns the rules that do not hold any more, and why. */
    Map<String, String> opened(ReachMatrix now) {
        Map<String, String> opened = new TreeMap<>();
        reached(now)
                .filter(i -> !open.contains(now.subjects().get(i)))
                .forEach(i -> opened.put(
                        "must-not: lan -> " + now.subjects().get(i).text(),
                        new Explainer(now)
                                .explain(ReachMatrix.LAN, i, Optional.empty())
                                .sentences()
                                .getFirst()));
        return opened;
    }

    private static Stream<Integer> reached(ReachMatrix matrix) {
        return IntStream.range(ReachMatrix.OUTSIDERS, matrix.size())
                .filter(i -> matrix.verdict(ReachMatrix.LAN, i) == Verdict.REACHABLE)
                .boxed();
    }
}
