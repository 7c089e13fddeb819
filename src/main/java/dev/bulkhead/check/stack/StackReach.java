package dev.bulkhead.check.stack;

import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Difference that a change makes to who reaches whom in one project, in words; each is worked out when it is asked for. */
final class StackReach {

    /** Of more services only the sum of all changes is told; a difference for each key would take minutes. */
    private static final int MOST_SERVICES = 300;

    private static final int SHOWN = 3;

    private final Topology topology;
    private final ReachOptions options;
    private final ReachMatrix before;

    StackReach(Topology topology, ReachOptions options) {
        this.topology = topology;
        this.options = options;
        this.before = Reach.compute(topology, options);
    }

    Topology topology() {
        return topology;
    }

    ReachDiff of(UnaryOperator<Topology> change) {
        return ReachDiff.between(before, Reach.compute(change.apply(topology), options));
    }

    /** Returns what a change opens and closes, as the end of a sentence; nothing where nobody reaches anybody else. */
    String words(UnaryOperator<Topology> change) {
        if (topology.services().size() > MOST_SERVICES) {
            return "";
        }
        String words = words(of(change));
        return words.isEmpty() ? "" : "; it " + words;
    }

    /** Returns what opens and closes. */
    static String words(ReachDiff diff) {
        return words(diff.changes());
    }

    /** Returns what some changes open and close. */
    static String words(List<ReachChange> changes) {
        List<String> parts = new ArrayList<>();
        part("opens ", changes, List.of(ReachChange.Kind.OPENS, ReachChange.Kind.WIDENS), parts);
        part("closes ", changes, List.of(ReachChange.Kind.CLOSES, ReachChange.Kind.NARROWS), parts);
        part("makes uncertain ", changes, List.of(ReachChange.Kind.UNCERTAIN), parts);
        return String.join(" and ", parts);
    }

    private static void part(String verb, List<ReachChange> changes, List<ReachChange.Kind> kinds, List<String> parts) {
        Map<String, List<String>> targets = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> kinds.contains(change.kind()))
                .forEach(change -> targets.computeIfAbsent(change.from().text(), _ -> new ArrayList<>())
                        .add(change.to().text()));
        if (targets.isEmpty()) {
            return;
        }
        List<String> flows = targets.entrySet().stream()
                .map(entry -> entry.getKey() + " -> " + shown(entry.getValue()))
                .toList();
        int more = flows.size() - SHOWN;
        parts.add(verb
                + String.join("; ", flows.subList(0, Math.min(SHOWN, flows.size())))
                + (more > 0 ? " and the same for " + more + (more == 1 ? " other source" : " other sources") : ""));
    }

    private static String shown(List<String> targets) {
        int more = targets.size() - SHOWN;
        return String.join(", ", targets.subList(0, Math.min(SHOWN, targets.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
