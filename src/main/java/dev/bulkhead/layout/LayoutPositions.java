package dev.bulkhead.layout;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Remembered places on the map; kept beside the project, never in the operator's files.
 *
 * @param zones place by network key, sorted
 * @param cards place by service key, sorted
 */
public record LayoutPositions(SortedMap<String, ZonePlace> zones, SortedMap<String, CardPlace> cards) {

    public static final LayoutPositions EMPTY = new LayoutPositions(new TreeMap<>(), new TreeMap<>());

    public LayoutPositions {
        zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
        cards = Collections.unmodifiableSortedMap(new TreeMap<>(cards));
    }

    /** Returns these positions with a zone at another place. */
    public LayoutPositions withZone(String network, ZonePlace place) {
        Map<String, ZonePlace> map = new TreeMap<>(zones);
        map.put(network, place);
        return new LayoutPositions(new TreeMap<>(map), cards);
    }

    /** Returns these positions with a card at another place. */
    public LayoutPositions withCard(String service, CardPlace place) {
        Map<String, CardPlace> map = new TreeMap<>(cards);
        map.put(service, place);
        return new LayoutPositions(zones, new TreeMap<>(map));
    }
}
