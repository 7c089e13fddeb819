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

    private static final int ABSENT = -1;

    private final ReachMatrix before;
    private final ReachMatrix after;
    private final List<Subject> subjects;
    private final int[] inBefore;
    private final int[] inAfter;
    /** Services whose published ports differ. */
    private final BitSet otherPorts = new BitSet();

    DiffRows(ReachMatrix before, ReachMatrix after) {
        this.before = before;
        this.after = after;
        this.subjects = subjects();
        this.inBefore = places(before);
        this.inAfter = places(after);
        for (int i = ReachMatrix.OUTSIDERS; i < subjects.size(); i++) {
            boolean both = inBefore[i] != ABSENT && inAfter[i] != ABSENT;
            if (both && !before.publishedPorts(inBefore[i]).equals(after.publishedPorts(inAfter[i]))) {
                otherPorts.set(i);
            }
        }
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

    private int[] places(ReachMatrix matrix) {
        return subjects.stream().mapToInt(s -> matrix.indexOf(s).orElse(ABSENT)).toArray();
    }

    int size() {
        return subjects.size();
    }

    /** Returns what changes from one source, each target once. */
    Map<ReachChange.Kind, BitSet> changes(int from) {
        BitSet reachedBefore = row(before, inBefore, from, Part.REACHABLE);
        BitSet reachedAfter = row(after, inAfter, from, Part.REACHABLE);
        BitSet unknownBefore = row(before, inBefore, from, Part.UNKNOWN);
        BitSet unknownAfter = row(after, inAfter, from, Part.UNKNOWN);
        BitSet openBefore = row(before, inBefore, from, Part.OPEN);
        BitSet openAfter = row(after, inAfter, from, Part.OPEN);
        Map<ReachChange.Kind, BitSet> changes = new EnumMap<>(ReachChange.Kind.class);
        // Known on both sides: opened or closed. From or to unknown: uncertain.
        put(changes, ReachChange.Kind.OPENS, minus(minus(reachedAfter, reachedBefore), unknownBefore));
        put(changes, ReachChange.Kind.CLOSES, minus(minus(reachedBefore, reachedAfter), unknownAfter));
        BitSet uncertain = (BitSet) unknownBefore.clone();
        uncertain.xor(unknownAfter);
        put(changes, ReachChange.Kind.UNCERTAIN, uncertain);
        BitSet still = and(reachedBefore, reachedAfter);
        put(changes, ReachChange.Kind.WIDENS, and(still, minus(openAfter, openBefore)));
        BitSet narrower = minus(openBefore, openAfter);
        BitSet byPorts = minus(minus(and(still, otherPorts), openBefore), openAfter);
        narrower.or(byPorts);
        put(changes, ReachChange.Kind.NARROWS, and(still, narrower));
        widenInsteadOfNarrow(changes, byPorts);
        return changes;
    }

    /** Where ports were only added, nothing became narrower. */
    private void widenInsteadOfNarrow(Map<ReachChange.Kind, BitSet> changes, BitSet byPorts) {
        for (int to = byPorts.nextSetBit(0); to >= 0; to = byPorts.nextSetBit(to + 1)) {
            List<String> old = before.publishedPorts(inBefore[to]);
            if (after.publishedPorts(inAfter[to]).containsAll(old)) {
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

    private static BitSet and(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both;
    }

    private enum Part {
        REACHABLE,
        OPEN,
        UNKNOWN
    }

    private BitSet row(ReachMatrix matrix, int[] places, int from, Part part) {
        if (places[from] == ABSENT) {
            return new BitSet();
        }
        BitSet row = switch (part) {
            case REACHABLE -> matrix.reachableRow(places[from]);
            case OPEN -> matrix.openRow(places[from]);
            case UNKNOWN -> minus(matrix.unknownRow(places[from]), matrix.reachableRow(places[from]));
        };
        BitSet placed = matrix.size() == subjects.size() ? (BitSet) row.clone() : replaced(row, places);
        placed.clear(from);
        return placed;
    }

    private static BitSet replaced(BitSet row, int[] places) {
        BitSet placed = new BitSet();
        for (int i = 0; i < places.length; i++) {
            placed.set(i, places[i] != ABSENT && row.get(places[i]));
        }
        return placed;
    }

    ReachChange change(ReachChange.Kind kind, int from, int to) {
        return new ReachChange(
                kind,
                subjects.get(from),
                subjects.get(to),
                answer(before, inBefore[from], inBefore[to]),
                answer(after, inAfter[from], inAfter[to]));
    }

    private static Optional<ReachAnswer> answer(ReachMatrix matrix, int from, int to) {
        return from == ABSENT || to == ABSENT ? Optional.empty() : Optional.of(matrix.answer(from, to));
    }
}
