package dev.bulkhead.layout;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/**
 * Geometry of the map: where everything stands that the window and the exported picture draw.
 *
 * @param bounds around all
 * @param zones zones by key
 * @param sections titled parts of large zones
 * @param cards cards by service key
 * @param grids the cells of zones and sections
 * @param world nodes of the outside world, left of the zones
 * @param frames hosts, where there are several and what runs there stands together
 * @param positions the same as remembered places
 */
public record MapGeometry(
        Box bounds,
        SequencedMap<String, ZoneBox> zones,
        List<SectionBox> sections,
        SequencedMap<String, CardBox> cards,
        List<GridBox> grids,
        List<WorldBox> world,
        List<HostFrame> frames,
        LayoutPositions positions) {

    public static final MapGeometry EMPTY = new MapGeometry(
            new Box(0, 0, 0, 0),
            Collections.emptySortedMap(),
            List.of(),
            Collections.emptySortedMap(),
            List.of(),
            List.of(),
            List.of(),
            LayoutPositions.EMPTY);

    public MapGeometry {
        zones = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(zones));
        sections = List.copyOf(sections);
        cards = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cards));
        grids = List.copyOf(grids);
        world = List.copyOf(world);
        frames = List.copyOf(frames);
    }

    /** Returns this with some zones as high as their titles alone, without their cards, whose places are kept. */
    public MapGeometry folding(Set<String> keys) {
        if (keys.stream().noneMatch(zones::containsKey)) {
            return this;
        }
        SequencedMap<String, ZoneBox> lower = new LinkedHashMap<>();
        zones.forEach((key, zone) -> lower.put(key, keys.contains(key) ? zone.folded() : zone));
        SequencedMap<String, CardBox> left = new LinkedHashMap<>(cards);
        left.values().removeIf(card -> keys.contains(card.zone()));
        return new MapGeometry(
                bounds,
                lower,
                sections.stream()
                        .filter(section -> !keys.contains(section.zone()))
                        .toList(),
                left,
                grids.stream().filter(grid -> !keys.contains(grid.zone())).toList(),
                world,
                frames,
                positions);
    }

    /** Returns this with some cards elsewhere, as while they are carried; everything else stays, also the remembered places. */
    public MapGeometry carrying(Map<String, CardBox> moved) {
        SequencedMap<String, CardBox> all = new LinkedHashMap<>(cards);
        all.putAll(moved);
        return new MapGeometry(bounds, zones, sections, all, grids, world, frames, positions);
    }

    /** Returns how many cards of a zone are not shown because it is folded. */
    public int foldedCards(String zone) {
        return (int) positions.cards().entrySet().stream()
                .filter(card -> card.getValue().zone().equals(zone) && !cards.containsKey(card.getKey()))
                .count();
    }

    /** Returns the zone at a point; of overlapping ones the last. */
    public Optional<ZoneBox> zoneAt(double x, double y) {
        return last(zones.values(), ZoneBox::box, x, y);
    }

    /** Returns the card at a point. */
    public Optional<CardBox> cardAt(double x, double y) {
        return last(cards.values(), CardBox::box, x, y);
    }

    /** Returns the grid at a point. */
    public Optional<GridBox> gridAt(double x, double y) {
        return last(grids, GridBox::area, x, y);
    }

    private static <T> Optional<T> last(Collection<T> items, Function<T, Box> box, double x, double y) {
        return items.stream().filter(item -> box.apply(item).contains(x, y)).reduce((first, second) -> second);
    }

    /** Returns items by their keys, in their order. */
    public static <T> SequencedMap<String, T> byKey(Collection<T> items, Function<T, String> key) {
        Map<String, T> map = LinkedHashMap.newLinkedHashMap(items.size());
        items.forEach(item -> map.put(key.apply(item), item));
        return (SequencedMap<String, T>) map;
    }
}
