package dev.bulkhead.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Two matrices over the subjects of both, row by row. */
final class DiffRows {

    private final ReachMatrix before;
    private final ReachMatrix after;
    private final List<Subject> subjects;
    private final Placed placedBefore;
    private final Placed placedAfter;
    /** Services whose published ports differ. */
    private final BitSet otherPorts = new BitSet();

    DiffRows(ReachMatrix before, ReachMatrix after) {
        this.before = before;
        this.after = after;
        this.subjects = subjects();
        this.placedBefore = new Placed(before, subjects);
        this.placedAfter = new Placed(after, subjects);
        for (int i = ReachMatrix.OUTSIDERS; i < subjects.size(); i++) {
            if (placedBefore.has(i) && placedAfter.has(i) && portsDiffer(placedBefore.place(i), placedAfter.place(i))) {
                otherPorts.set(i);
            }
        }
    }

    private boolean portsDiffer(int inBefore, int inAfter) {
        return !before.bindings(inBefore).equals(after.bindings(inAfter))
                && !before.publishedPorts(inBefore).equals(after.publishedPorts(inAfter));
    }

    private List<Subject> subjects() {
        if (before.subjects().equals(after.subjects())) {
            return before.subjects();
        }
        SortedSet<String> keys = new TreeSet<>(before.topology().services().keySet());
        keys.addAll(after.topology().services().keySet());
        List<Subject> all = new ArrayList<>(before.subjects().subList(0, ReachMatrix.OUTSIDERS));
        keys.forEach(key -> all.add(new Subject.OfService(key)));
        return all;
    }

    int size() {
        return subjects.size();
    }

    /** Returns what changes from one source, each target once. */
    Map<ReachChange.Kind, BitSet> changes(int from) {
        Row rowBefore = placedBefore.row(from);
        Row rowAfter = placedAfter.row(from);
        // Most rows of most edits: nothing else is worth looking at.
        if (rowBefore.reachesAs(rowAfter) && !rowBefore.published().intersects(otherPorts)) {
            return Map.of();
        }
        BitSet reachedBefore = others(rowBefore.reachable(), from);
        BitSet reachedAfter = others(rowAfter.reachable(), from);
        BitSet unknownBefore = others(rowBefore.unknown(), from);
        BitSet unknownAfter = others(rowAfter.unknown(), from);
        BitSet openBefore = others(rowBefore.opened(), from);
        BitSet openAfter = others(rowAfter.opened(), from);
        Map<ReachChange.Kind, BitSet> changes = new EnumMap<>(ReachChange.Kind.class);
        // Known on both sides: opened or closed. From or to unknown: uncertain.
        put(changes, ReachChange.Kind.OPENS, minus(minus(reachedAfter, reachedBefore), unknownBefore));
        put(changes, ReachChange.Kind.CLOSES, minus(minus(reachedBefore, reachedAfter), unknownAfter));
        BitSet uncertain = (BitSet) unknownBefore.clone();
        uncertain.xor(unknownAfter);
        put(changes, ReachChange.Kind.UNCERTAIN, uncertain);
        BitSet wider = minus(openAfter, openBefore);
        wider.and(reachedBefore);
        put(changes, ReachChange.Kind.WIDENS, wider);
        BitSet narrower = minus(openBefore, openAfter);
        narrower.and(reachedAfter);
        BitSet byPorts = throughOtherPorts(reachedBefore, reachedAfter);
        byPorts.andNot(openBefore);
        byPorts.andNot(openAfter);
        narrower.or(byPorts);
        put(changes, ReachChange.Kind.NARROWS, narrower);
        widenInsteadOfNarrow(changes, byPorts);
        return changes;
    }

    private BitSet throughOtherPorts(BitSet reachedBefore, BitSet reachedAfter) {
        BitSet set = (BitSet) otherPorts.clone();
        set.and(reachedBefore);
        set.and(reachedAfter);
        return set;
    }

    /** Where ports were only added, nothing became narrower. */
    private void widenInsteadOfNarrow(Map<ReachChange.Kind, BitSet> changes, BitSet byPorts) {
        for (int to = byPorts.nextSetBit(0); to >= 0; to = byPorts.nextSetBit(to + 1)) {
            List<String> old = before.publishedPorts(placedBefore.place(to));
            if (after.publishedPorts(placedAfter.place(to)).containsAll(old)) {
                changes.getOrDefault(ReachChange.Kind.NARROWS, new BitSet()).clear(to);
                changes.computeIfAbsent(ReachChange.Kind.WIDENS, k -> new BitSet())
                        .set(to);
            }
        }
    }

    private static void put(Map<ReachChange.Kind, BitSet> changes, ReachChange.Kind kind, BitSet row) {
        if (!row.isEmpty()) {
            changes.put(kind, row);
        }
    }

    private static BitSet minus(BitSet set, BitSet taken) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(taken);
        return rest;
    }

    private static BitSet others(BitSet set, int self) {
        set.clear(self);
        return set;
    }

    ReachChange change(ReachChange.Kind kind, int from, int to) {
        return new ReachChange(
                kind,
                subjects.get(from),
                subjects.get(to),
                answer(before, placedBefore, from, to),
                answer(after, placedAfter, from, to));
    }

    private static Optional<ReachAnswer> answer(ReachMatrix matrix, Placed placed, int from, int to) {
        return placed.has(from) && placed.has(to)
                ? Optional.of(matrix.answer(placed.place(from), placed.place(to)))
                : Optional.empty();
    }
}
