package dev.bulkhead.layout.lanes;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.lanes.LanePlan.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Axis of the picture while it is put in order: what stands together, and where each item is. */
final class LaneAxis {

    private static final List<Tint> TIERS = List.of(Tint.values());

    private final List<Unit> units;
    /** Place by item. */
    private final int[] at;
    /** Items of the other axis that an item meets. */
    private final List<int[]> meets;

    /**
     * Items that are moved as one.
     *
     * @param items their numbers, in order
     */
    record Unit(Tint tier, List<Integer> items, List<String> keys) {
        Unit {
            items = List.copyOf(items);
            keys = List.copyOf(keys);
        }

        int tierAt() {
            return TIERS.indexOf(tier);
        }
    }

    LaneAxis(List<Unit> units, List<int[]> meets) {
        this.units = new ArrayList<>(units);
        this.meets = List.copyOf(meets);
        this.at = new int[meets.size()];
        this.units.sort(Comparator.comparingInt(Unit::tierAt)
                .thenComparing(unit -> unit.keys().getFirst()));
        number();
    }

    /** Puts the units in the order of the middles of what they meet, each in its tier. */
    void sortBy(LaneAxis other) {
        List<Placed> placed = new ArrayList<>();
        units.forEach(unit -> placed.add(new Placed(unit, middle(unit, other))));
        placed.sort(Comparator.comparingInt((Placed one) -> one.unit().tierAt())
                .thenComparingDouble(Placed::middle)
                .thenComparing(one -> one.unit().keys().getFirst()));
        units.clear();
        placed.forEach(one -> units.add(one.unit()));
        number();
    }

    /** Exchanges neighbours as long as that brings dots nearer to the diagonal. Returns whether any were exchanged. */
    boolean improve(LaneAxis other) {
        boolean any = false;
        for (int i = 0; i + 1 < units.size(); i++) {
            Unit one = units.get(i);
            Unit two = units.get(i + 1);
            if (one.tierAt() != two.tierAt()) {
                continue;
            }
            long before = cost(one, other) + cost(two, other);
            exchange(i);
            if (cost(one, other) + cost(two, other) < before) {
                any = true;
            } else {
                exchange(i);
            }
        }
        return any;
    }

    /** Returns how far all dots are from the diagonal. */
    long cost(LaneAxis other) {
        return units.stream().mapToLong(unit -> cost(unit, other)).sum();
    }

    List<Unit> order() {
        return List.copyOf(units);
    }

    void restore(List<Unit> order) {
        units.clear();
        units.addAll(order);
        number();
    }

    List<Slot> slots() {
        return units.stream()
                .flatMap(unit -> unit.keys().stream().map(key -> new Slot(key, unit.tier())))
                .toList();
    }

    private void exchange(int first) {
        int place = at[units.get(first).items().getFirst()];
        Collections.swap(units, first, first + 1);
        for (int item : Stream.of(units.get(first), units.get(first + 1))
                .flatMap(unit -> unit.items().stream())
                .toList()) {
            at[item] = place++;
        }
    }

    private void number() {
        int place = 0;
        for (Unit unit : units) {
            for (int item : unit.items()) {
                at[item] = place++;
            }
        }
    }

    private long cost(Unit unit, LaneAxis other) {
        long sum = 0;
        for (int item : unit.items()) {
            for (int met : meets.get(item)) {
                // The middle of a cell, twice, so that all stays whole.
                sum += Math.abs((2L * at[item] + 1) * other.at.length - (2L * other.at[met] + 1) * at.length);
            }
        }
        return sum;
    }

    private double middle(Unit unit, LaneAxis other) {
        double sum = 0;
        int count = 0;
        for (int item : unit.items()) {
            for (int met : meets.get(item)) {
                sum += (other.at[met] + 0.5) / other.at.length;
                count++;
            }
        }
        // Who meets nobody stays where it is.
        return count == 0 ? (at[unit.items().getFirst()] + 0.5) / at.length : sum / count;
    }

    private record Placed(Unit unit, double middle) {}
}
