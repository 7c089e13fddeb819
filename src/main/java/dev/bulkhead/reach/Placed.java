package dev.bulkhead.reach;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/** The rows of a matrix as sets over a longer list of subjects, in the same order, of which it may lack some. */
final class Placed {

    private static final int ABSENT = -1;

    private final ReachMatrix matrix;
    private final boolean same;
    private final int[] places;
    private final int[] placeInAll;
    /** Rows share sets; each is moved once. */
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
