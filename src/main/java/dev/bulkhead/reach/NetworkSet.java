package dev.bulkhead.reach;

import java.util.Arrays;
import java.util.Collection;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** A few networks by index, in ascending order. */
final class NetworkSet implements Iterable<Integer> {

    static final NetworkSet EMPTY = new NetworkSet(new int[0]);

    private final int[] indexes;

    private NetworkSet(int[] indexes) {
        this.indexes = indexes;
    }

    static NetworkSet of(Collection<Integer> indexes) {
        return new NetworkSet(
                indexes.stream().mapToInt(Integer::intValue).sorted().distinct().toArray());
    }

    boolean contains(int network) {
        return Arrays.binarySearch(indexes, network) >= 0;
    }

    IntStream stream() {
        return Arrays.stream(indexes);
    }

    @Override
    public PrimitiveIterator.OfInt iterator() {
        return stream().iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkSet set && Arrays.equals(indexes, set.indexes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(indexes);
    }

    @Override
    public String toString() {
        return Arrays.toString(indexes);
    }
}
