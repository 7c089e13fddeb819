package dev.bulkhead.layout;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Remembered places on the map; kept beside the project, never in the operator's files.
 *
 * @param zones place by zone key, and by {@code zone/section} for sections; sorted
 * @param cards place by service key, sorted
 */
public record LayoutPositions(SortedMap<String, ZonePlace> zones, SortedMap<String, CardPlace> cards) {

    public static final LayoutPositions EMPTY = of(Map.of(), Map.of());

    public LayoutPositions {
        zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
        cards = Collections.unmodifiableSortedMap(new TreeMap<>(cards));
    }

    /** Returns positions of any maps. */
    public static LayoutPositions of(Map<String, ZonePlace> zones, Map<String, CardPlace> cards) {
        return new LayoutPositions(new TreeMap<>(zones), new TreeMap<>(cards));
    }

    /** Returns these positions with a zone at another place. */
    public LayoutPositions withZone(String zone, ZonePlace place) {
        Map<String, ZonePlace> map = new TreeMap<>(zones);
        map.put(zone, place);
        return of(map, cards);
    }

    /** Returns these positions with a card at another place. */
    public LayoutPositions withCard(String service, CardPlace place) {
        Map<String, CardPlace> map = new TreeMap<>(cards);
        map.put(service, place);
        return of(zones, map);
    }

    /** Returns only the places that the operator chose, which is what an automatic layout starts from. */
    public LayoutPositions manualOnly() {
        return of(keep(zones, ZonePlace::manual), keep(cards, CardPlace::manual));
    }

    /** Returns the key under which a section's place is remembered. */
    public static String sectionKey(String zone, String section) {
        return zone + "/" + section;
    }

    private static <P> Map<String, P> keep(Map<String, P> places, Predicate<P> which) {
        Map<String, P> kept = new TreeMap<>(places);
        kept.values().removeIf(which.negate());
        return kept;
    }
}
