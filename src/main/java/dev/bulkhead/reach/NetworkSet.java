package dev.bulkhead.reach;

import java.util.Arrays;
import java.util.Collection;

/** Set of a few networks by index, in ascending order. */
final class NetworkSet {

    static final NetworkSet EMPTY = new NetworkSet(new int[0]);

    private final int[] indexes;

    private NetworkSet(int[] indexes) {
        this.indexes = indexes;
    }

    static NetworkSet of(Collection<Integer> indexes) {
        int[] sorted = new int[indexes.size()];
        int size = 0;
        for (int index : indexes) {
            sorted[size++] = index;
        }
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return new NetworkSet(Arrays.copyOf(sorted, distinct));
    }

    boolean contains(int network) {
        return Arrays.binarySearch(indexes, network) >= 0;
    }

    int size() {
        return indexes.length;
    }

    /** Returns a network's index by its place in the set. */
    int at(int place) {
        return indexes[place];
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
