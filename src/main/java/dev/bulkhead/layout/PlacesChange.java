package dev.bulkhead.layout;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Difference of two sets of places on the map, which can be taken back and done again on later ones.
 *
 * @param zones places before and after by the key of a zone or section, where they differ
 * @param cards places before and after by the key of a service, where they differ
 */
public record PlacesChange(SortedMap<String, Step<ZonePlace>> zones, SortedMap<String, Step<CardPlace>> cards) {

    /** No change. */
    public static final PlacesChange NONE = new PlacesChange(new TreeMap<>(), new TreeMap<>());

    /**
     * Place before and after; empty where there was or is none.
     *
     * @param <P> what kind of place
     */
    public record Step<P>(Optional<P> before, Optional<P> after) {}

    /** Returns what leads from some places to others. */
    public static PlacesChange between(LayoutPositions before, LayoutPositions after) {
        return new PlacesChange(steps(before.zones(), after.zones()), steps(before.cards(), after.cards()));
    }

    /** Returns whether nothing is at another place. */
    public boolean isEmpty() {
        return zones.isEmpty() && cards.isEmpty();
    }

    /** Returns places with this change taken back. */
    public LayoutPositions undo(LayoutPositions now) {
        return LayoutPositions.of(with(now.zones(), zones, false), with(now.cards(), cards, false));
    }

    /** Returns places with this change done again. */
    public LayoutPositions redo(LayoutPositions now) {
        return LayoutPositions.of(with(now.zones(), zones, true), with(now.cards(), cards, true));
    }

    private static <P> SortedMap<String, Step<P>> steps(Map<String, P> before, Map<String, P> after) {
        SortedMap<String, Step<P>> steps = new TreeMap<>();
        before.forEach((key, place) -> {
            if (!place.equals(after.get(key))) {
                steps.put(key, new Step<>(Optional.of(place), Optional.ofNullable(after.get(key))));
            }
        });
        after.forEach((key, place) -> {
            if (!before.containsKey(key)) {
                steps.put(key, new Step<>(Optional.empty(), Optional.of(place)));
            }
        });
        return steps;
    }

    private static <P> Map<String, P> with(Map<String, P> now, Map<String, Step<P>> steps, boolean forward) {
        Map<String, P> places = new TreeMap<>(now);
        steps.forEach((key, step) -> (forward ? step.after() : step.before())
                .ifPresentOrElse(place -> places.put(key, place), () -> places.remove(key)));
        return places;
    }
}
