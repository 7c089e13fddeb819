package dev.bulkhead.reach.diff;

import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachReason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Difference of two matrices: what a change of a topology opens and closes. */
public final class ReachDiff {

    /** Beyond this many pairs only the number is told; nobody reads more. */
    static final int MOST = 100_000;

    private final List<ReachChange> changes;
    private final long pairs;

    private ReachDiff(List<ReachChange> changes, long pairs) {
        this.changes = List.copyOf(changes);
        this.pairs = pairs;
    }

    /** Compares two matrices; services are the same when their keys are. */
    public static ReachDiff between(ReachMatrix before, ReachMatrix after) {
        DiffRows rows = new DiffRows(before, after);
        List<ReachChange> changes = new ArrayList<>();
        long pairs = 0;
        for (int from = 0; from < rows.size(); from++) {
            for (Map.Entry<ReachChange.Kind, BitSet> row : rows.changes(from).entrySet()) {
                pairs += row.getValue().cardinality();
                for (int to = row.getValue().nextSetBit(0);
                        to >= 0 && changes.size() < MOST;
                        to = row.getValue().nextSetBit(to + 1)) {
                    changes.add(rows.change(row.getKey(), from, to));
                }
            }
        }
        return new ReachDiff(changes, pairs);
    }

    /** Returns the pairs that change, by source, the first hundred thousand of them. */
    public List<ReachChange> changes() {
        return changes;
    }

    /** Returns how many pairs change. */
    public long pairs() {
        return pairs;
    }

    /** Returns how many of {@link #changes()} are of a kind. */
    public long count(ReachChange.Kind kind) {
        return changes.stream().filter(c -> c.kind() == kind).count();
    }

    /** Returns whether nothing changes. */
    public boolean isEmpty() {
        return pairs == 0;
    }

    private record Cause(ReachChange.Kind kind, ReachReason reason, Optional<String> via) {}

    /** Returns the changes grouped so that a person can read them: what opens first, each cause once. */
    public List<ChangeGroup> groups() {
        Map<Cause, SortedMap<String, List<String>>> causes = new HashMap<>();
        for (ReachChange change : changes) {
            ReachAnswer carrier = change.carrier();
            causes.computeIfAbsent(new Cause(change.kind(), carrier.reason(), carrier.via()), c -> new TreeMap<>())
                    .computeIfAbsent(change.from().text(), f -> new ArrayList<>())
                    .add(change.to().text());
        }
        return causes.entrySet().stream()
                .map(e -> new ChangeGroup(
                        e.getKey().kind(), e.getKey().reason(), e.getKey().via(), blocks(e.getValue())))
                .sorted(Comparator.comparing(ChangeGroup::kind)
                        .thenComparing(ChangeGroup::reason)
                        .thenComparing(g -> g.via().orElse("")))
                .toList();
    }

    private static List<ChangeGroup.Block> blocks(SortedMap<String, List<String>> targetsBySource) {
        Map<List<String>, List<String>> sourcesByTargets = new LinkedHashMap<>();
        targetsBySource.forEach((from, to) ->
                sourcesByTargets.computeIfAbsent(to, t -> new ArrayList<>()).add(from));
        return sourcesByTargets.entrySet().stream()
                .map(e -> new ChangeGroup.Block(e.getValue(), e.getKey()))
                .toList();
    }
}
