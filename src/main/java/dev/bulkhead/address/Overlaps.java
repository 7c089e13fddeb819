package dev.bulkhead.address;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Finder of ranges that share addresses.
 *
 * <p>CIDR blocks are equal, nested or apart. Sorted by first address and width, the blocks around a block are those that
 * are still open when it comes: sorting and one pass with a stack, n log n plus the pairs found.
 */
public final class Overlaps {

    private Overlaps() {}

    /**
     * Returns the pairs of ranges that share addresses, ordered by the inner range.
     *
     * @param ofInterest which pairs count; the order of its arguments has no meaning
     * @param limit how many pairs at most, so that thousands of equal ranges stay readable
     */
    public static List<Overlap> find(List<UsedRange> ranges, BiPredicate<UsedRange, UsedRange> ofInterest, int limit) {
        List<UsedRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(UsedRange::cidr));
        List<Overlap> found = new ArrayList<>();
        Deque<UsedRange> open = new ArrayDeque<>();
        for (UsedRange range : sorted) {
            while (!open.isEmpty() && !open.getLast().cidr().contains(range.cidr())) {
                open.removeLast();
            }
            for (UsedRange outer : open) {
                if (found.size() == limit) {
                    return found;
                }
                if (ofInterest.test(outer, range)) {
                    found.add(new Overlap(outer, range));
                }
            }
            open.addLast(range);
        }
        return found;
    }

    /** Returns all pairs of ranges that share addresses. */
    public static List<Overlap> find(List<UsedRange> ranges) {
        return find(ranges, (a, b) -> true, Integer.MAX_VALUE);
    }
}
