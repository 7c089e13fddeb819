package dev.bulkhead.ui.lanes;

import java.util.List;

/**
 * Scale of an axis: where each item begins, in pixels from the first, with gaps between tiers.
 *
 * @param size how many items there are
 * @param pitch from one item to the next
 * @param gap what lies between two tiers more
 * @param starts where tiers begin
 */
record LaneScale(int size, double pitch, double gap, List<Integer> starts) {

    LaneScale {
        starts = List.copyOf(starts);
    }

    double offset(int item) {
        return item * pitch + gap * before(item);
    }

    private long before(int item) {
        return starts.stream().filter(start -> start > 0 && start <= item).count();
    }

    double length() {
        return size == 0 ? 0 : offset(size - 1) + pitch;
    }

    /** Returns the item that begins last before an offset, within the axis; 0 for an empty one. */
    int near(double offset) {
        int low = 0;
        int high = Math.max(0, size - 1);
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (offset(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Returns the item at an offset, or -1 beside all of them. */
    int at(double offset) {
        int item = near(offset);
        return size == 0 || offset < 0 || offset >= offset(item) + pitch ? -1 : item;
    }
}
