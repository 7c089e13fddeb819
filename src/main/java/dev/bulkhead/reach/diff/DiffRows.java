package dev.bulkhead.reach.diff;

import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Row;
import dev.bulkhead.reach.Subject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Row-by-row comparison of two matrices, over the subjects of both. */
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
        Stream.of(before, after)
                .flatMap(matrix -> matrix.subjects().stream())
                .filter(Subject.Foreign.class::isInstance)
                .distinct()
                .forEach(all::add);
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

    /** Rows of a matrix as sets over a longer list of subjects, in the same order, of which it may lack some. */
    private static final class Placed {

        private static final int ABSENT = -1;

        private final ReachMatrix matrix;
        private final boolean same;
        private final int[] places;
        private final int[] placeInAll;
        /** MatrixRows share sets; each is moved once. */
        private final IdentityHashMap<BitSet, BitSet> moved = new IdentityHashMap<>();

        Placed(ReachMatrix matrix, List<Subject> all) {
            this.matrix = matrix;
            this.same = matrix.size() == all.size();
            this.places = new int[all.size()];
            this.placeInAll = new int[matrix.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = same ? i : matrix.indexOf(all.get(i)).orElse(ABSENT);
                if (places[i] != ABSENT) {
                    placeInAll[places[i]] = i;
                }
            }
        }

        /** Returns whether the matrix has a subject. */
        boolean has(int subject) {
            return places[subject] != ABSENT;
        }

        /** Returns a subject's index in the matrix. */
        int place(int subject) {
            return places[subject];
        }

        /** Returns a subject's row, one without anything where the matrix lacks it. */
        Row row(int subject) {
            if (places[subject] == ABSENT) {
                return Row.NOTHING;
            }
            Row row = matrix.row(places[subject]);
            return same
                    ? row
                    : new Row(
                            moved(row.open()),
                            moved(row.published()),
                            row.outsiders(),
                            moved(row.maybe()),
                            row.maybeOutsiders(),
                            moved(row.names()));
        }

        private BitSet moved(BitSet set) {
            return moved.computeIfAbsent(set, s -> {
                BitSet target = new BitSet(places.length);
                for (int i = s.nextSetBit(0); i >= 0; i = s.nextSetBit(i + 1)) {
                    target.set(placeInAll[i]);
                }
                return target;
            });
        }
    }
}
