package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Difference of a reach table and a matrix that was kept before, cell by cell; subjects that were not there then have none. */
public final class ReachSince {

    /** No comparison. */
    static final ReachSince NONE = new ReachSince(List.of(), List.of());

    /** What became of a cell. */
    enum Change {
        OPENED,
        CLOSED
    }

    private final List<BitSet> opened;
    private final List<BitSet> closed;

    private ReachSince(List<BitSet> opened, List<BitSet> closed) {
        this.opened = opened;
        this.closed = closed;
    }

    /** Compares a table with what was before. */
    static ReachSince of(ReachMatrix before, ReachTable now) {
        Optional<ReachMatrix> matrix = now.matrix();
        if (matrix.isEmpty()) {
            return NONE;
        }
        int size = now.size();
        int[] then = new int[size];
        for (int i = 0; i < size; i++) {
            then[i] = before.indexOf(now.pair(i, i).from()).orElse(-1);
        }
        List<BitSet> opened = new ArrayList<>();
        List<BitSet> closed = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            BitSet more = new BitSet();
            BitSet less = new BitSet();
            if (then[row] >= 0) {
                BitSet was = before.reachableFrom(then[row]);
                BitSet is = matrix.get().reachableFrom(now.headers().get(row).subject());
                for (int column = 0; column < size; column++) {
                    if (then[column] >= 0 && row != column) {
                        boolean earlier = was.get(then[column]);
                        boolean later = is.get(now.headers().get(column).subject());
                        more.set(column, later && !earlier);
                        less.set(column, earlier && !later);
                    }
                }
            }
            opened.add(more);
            closed.add(less);
        }
        return new ReachSince(opened, closed);
    }

    /** Returns what became of a cell; empty where it is as it was. */
    Optional<Change> at(int row, int column) {
        if (row < 0 || row >= opened.size() || column < 0) {
            return Optional.empty();
        }
        if (opened.get(row).get(column)) {
            return Optional.of(Change.OPENED);
        }
        return closed.get(row).get(column) ? Optional.of(Change.CLOSED) : Optional.empty();
    }

    /** Returns in words how many cells are not as they were; empty text without a comparison. */
    String words() {
        if (opened.isEmpty()) {
            return "";
        }
        int more = opened.stream().mapToInt(BitSet::cardinality).sum();
        int less = closed.stream().mapToInt(BitSet::cardinality).sum();
        return more + less == 0
                ? " · " + Words.of("reachsince.as-it-was-before")
                : " · " + Words.of("reachsince.opened-closed-since", more, less);
    }
}
