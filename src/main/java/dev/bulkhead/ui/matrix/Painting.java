package dev.bulkhead.ui.matrix;

import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.MembershipChange;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Painting of memberships: the first square that is pressed says whether those that the pointer goes over join or leave, and
 * all of them are one change.
 */
final class Painting {

    /** A square of the table. */
    record Square(String service, String network) {}

    private final Topology before;
    private final boolean join;
    private final Set<Square> painted = new LinkedHashSet<>();
    private final List<TopologyEdit> edits = new ArrayList<>();
    private Topology now;
    private Optional<String> refused = Optional.empty();

    /** Begins at a square. */
    Painting(Topology topology, Square first) {
        before = topology;
        now = topology;
        join = !joins(first);
        over(first);
    }

    private boolean joins(Square square) {
        return before.service(square.service())
                .filter(service -> service.joins(square.network()))
                .isPresent();
    }

    /** Goes over a square; one that is as it is to be, or cannot be, stays. Returns whether it is painted now. */
    boolean over(Square square) {
        if (joins(square) == join || painted.contains(square)) {
            return painted.contains(square);
        }
        switch (MembershipChange.toggle(now, square.service(), square.network())) {
            case MembershipChange.Possible(TopologyEdit edit) -> {
                try {
                    now = edit.apply(now);
                    edits.add(edit);
                    painted.add(square);
                } catch (EditRejectedException rejected) {
                    refused = Optional.of(String.valueOf(rejected.getMessage()));
                }
            }
            case MembershipChange.Impossible(String reason) -> refused = Optional.of(reason);
        }
        return painted.contains(square);
    }

    /** Returns whether a square is painted. */
    boolean has(Square square) {
        return painted.contains(square);
    }

    /** Returns why a square could not be painted, the last one that could not. */
    Optional<String> refused() {
        return refused;
    }

    /** Returns whether painted squares join; else they leave. */
    boolean joining() {
        return join;
    }

    /** Returns the change; empty where nothing can be done. */
    Optional<TopologyEdit> edit() {
        return switch (edits.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(edits.getFirst());
            default ->
                Optional.of(new TopologyEdit.Batch(
                        join
                                ? Words.of("painting.join", Words.count("network", edits.size()))
                                : Words.of("painting.leave", Words.count("network", edits.size())),
                        edits));
        };
    }
}
