package dev.bulkhead.ui.reach;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.explain.Assumption;
import dev.bulkhead.reach.explain.Assumptions;
import java.util.List;
import java.util.Optional;

/**
 * Grounds of verdicts: what nobody told and each rests on. Worked out apart from the matrix, since that is judged anew without each
 * thing that nobody told.
 */
public final class ReachGrounds {

    /** Nothing is known of any verdict. */
    public static final ReachGrounds NONE = new ReachGrounds(Optional.empty());

    private record Known(ReachMatrix matrix, Assumptions assumptions) {}

    private final Optional<Known> known;

    private ReachGrounds(Optional<Known> known) {
        this.known = known;
    }

    /** Works the grounds of a table out; takes several times as long as its matrix did. */
    static ReachGrounds of(ReachTable table) {
        return new ReachGrounds(table.matrix().map(matrix -> new Known(matrix, Assumptions.of(matrix))));
    }

    /** Returns what the verdict of a pair rests on, each in a line; empty where one of the two is gone. */
    public List<String> of(ReachPair pair) {
        return known
                .flatMap(k -> k.matrix()
                        .indexOf(pair.from())
                        .flatMap(from -> k.matrix()
                                .indexOf(pair.to())
                                .filter(to -> !to.equals(from))
                                .map(to -> k.assumptions().of(from, to))))
                .orElse(List.of())
                .stream()
                .map(Assumption::line)
                .toList();
    }
}
