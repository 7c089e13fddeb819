package dev.bulkhead.reach.impact;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.Counted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Blast radius of a service, or of a container of others: whom an intruder in it gets at, that is what it reaches itself, and what those it
 * reaches reach in their turn, each of them taken for a pivot, whosever container it is. Host, LAN and internet are reached, but no way leads on from them here.
 *
 * <p>Only what is certainly reachable counts; pairs that cannot be decided do not.
 */
public final class BlastRadius {

    private static final int NOBODY = -1;

    private final ReachMatrix matrix;
    private final int origin;
    private final BitSet direct;
    private final BitSet all = new BitSet();
    /** Over whom each subject is reached first; the origin for what is reached directly. */
    private final int[] over;

    private BlastRadius(ReachMatrix matrix, int origin) {
        this.matrix = matrix;
        this.origin = origin;
        this.direct = matrix.reachableFrom(origin);
        this.over = new int[matrix.size()];
        Arrays.fill(over, NOBODY);
        spread();
    }

    /**
     * Returns the blast radius of a service or of a container of others.
     *
     * @throws IllegalArgumentException if the matrix has no such service or container
     */
    public static BlastRadius of(ReachMatrix matrix, Subject origin) {
        int index = matrix.indexOf(origin)
                .filter(found -> found >= ReachMatrix.OUTSIDERS)
                .orElseThrow(() -> new IllegalArgumentException("no container of " + origin.text()));
        return new BlastRadius(matrix, index);
    }

    /** Breadth first, so that the way to each subject is a shortest one. */
    private void spread() {
        Deque<Integer> frontier = new ArrayDeque<>();
        frontier.add(origin);
        all.set(origin);
        while (!frontier.isEmpty()) {
            int pivot = frontier.remove();
            BitSet fresh = pivot == origin ? (BitSet) direct.clone() : matrix.reachableFrom(pivot);
            fresh.andNot(all);
            all.or(fresh);
            fresh.stream().forEach(found -> {
                over[found] = pivot;
                if (found >= ReachMatrix.OUTSIDERS) {
                    frontier.add(found);
                }
            });
        }
        all.clear(origin);
    }

    /** Returns what is taken over. */
    public Subject origin() {
        return matrix.subjects().get(origin);
    }

    /** Returns whom it reaches itself, in the matrix's order. */
    public List<Subject> direct() {
        return subjects(direct);
    }

    /** Returns whom an intruder reaches only over other services, in the matrix's order. */
    public List<Subject> transitive() {
        BitSet further = (BitSet) all.clone();
        further.andNot(direct);
        return subjects(further);
    }

    /** Returns how many services of the project can be reached, directly or over others. */
    public int services() {
        return (int) subjects(all).stream()
                .filter(Subject.OfService.class::isInstance)
                .count();
    }

    /** Returns how many containers of others can be reached, directly or over others. */
    public int foreigners() {
        return (int)
                subjects(all).stream().filter(Subject.Foreign.class::isInstance).count();
    }

    /** Returns how many services and containers of others can be reached, in words: {@code 4 other services}. */
    public String count() {
        int services = services();
        int foreigners = foreigners();
        String kin = Counted.of(services, "other service");
        String others = Counted.of(foreigners, "container of others", "containers of others");
        return foreigners == 0 ? kin : services == 0 ? others : kin + " and " + others;
    }

    /**
     * Returns a shortest way to a subject: the origin, the services on the way, the subject; empty if there is none.
     */
    public List<Subject> way(Subject to) {
        int at = matrix.indexOf(to).orElse(origin);
        if (!all.get(at)) {
            return List.of();
        }
        List<Subject> way = new ArrayList<>();
        for (int step = at; step != NOBODY; step = over[step]) {
            way.add(matrix.subjects().get(step));
        }
        Collections.reverse(way);
        return way;
    }

    private List<Subject> subjects(BitSet set) {
        return set.stream().mapToObj(matrix.subjects()::get).toList();
    }
}
