package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.Arrangement;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.ZonePlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Placement of blocks: remembered ones where they were, new ones beside them, and none on top of another. */
public final class BlockPlacement {

    private BlockPlacement() {}

    /** Returns the place by block key, and by {@code block/section} for sections. */
    public static Map<String, ZonePlace> settle(
            List<? extends Block> blocks,
            Map<String, ZonePlace> remembered,
            double gap,
            Arrangement arrangement,
            List<ZoneLink> links,
            double aspect,
            BlockHosts hosts) {
        List<Block> fresh = new ArrayList<>();
        List<Block> kept = new ArrayList<>();
        blocks.forEach(block -> (remembered.containsKey(block.key()) ? kept : fresh).add(block));
        Map<String, ZonePlace> places = Growth.of(kept, remembered, gap);
        if (fresh.isEmpty()) {
            return pushedApart(places, gap);
        }
        List<Box> standing = outer(places).values().stream().map(ZonePlace::box).toList();
        if (!standing.isEmpty() && fresh.size() <= FreeSpot.MOST) {
            places.putAll(FreeSpot.add(fresh, standing, gap, aspect));
            return pushedApart(places, gap);
        }
        if (standing.isEmpty() && hosts.several()) {
            return pushedApart(HostsArranger.arrange(fresh, hosts, gap, aspect), gap);
        }
        Map<String, ZonePlace> added = switch (arrangement) {
            case ROWS -> RowsArranger.arrange(fresh, gap, aspect);
            case LAYERED -> LayeredArranger.arrange(fresh, links, gap);
            case FORCE -> ForceArranger.arrange(fresh, links, gap);
        };
        Box occupied = Box.around(standing);
        places.putAll(standing.isEmpty() ? added : moved(added, occupied.x(), occupied.bottom() + gap));
        return pushedApart(places, gap);
    }

    /**
     * Moves what overlaps down or to the right, the upper and the operator's own places staying, and what overlaps one of those
     * wherever there is room, since it would have to go beyond all of it; sections move with their zones.
     */
    private static Map<String, ZonePlace> pushedApart(Map<String, ZonePlace> places, double gap) {
        List<Map.Entry<String, ZonePlace>> order = new ArrayList<>(outer(places).entrySet());
        order.sort(Comparator.comparing(
                        (Map.Entry<String, ZonePlace> e) -> !e.getValue().manual())
                .thenComparingDouble(e -> e.getValue().y())
                .thenComparingDouble(e -> e.getValue().x())
                .thenComparing(Map.Entry::getKey));
        Map<String, ZonePlace> result = new HashMap<>(places);
        List<Box> settled = new ArrayList<>();
        List<Box> firm = new ArrayList<>();
        for (Map.Entry<String, ZonePlace> entry : order) {
            ZonePlace place = entry.getValue();
            boolean aside = !place.manual() && Growth.hits(place.box(), firm, gap);
            Box box = aside ? Growth.nearest(place.box(), settled, gap) : pushed(place.box(), settled, gap);
            settled.add(box);
            if (place.manual()) {
                firm.add(box);
            }
            result.put(entry.getKey(), ZonePlace.of(box, place.columns(), place.manual()));
        }
        return result;
    }

    /** Moves a block off those that are settled, each time the shorter way of down and to the right. */
    private static Box pushed(Box wanted, List<Box> settled, double gap) {
        Box box = wanted;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Box other : settled) {
                if (Growth.near(box, other, gap)) {
                    double down = other.bottom() + gap - box.y();
                    double right = other.right() + gap - box.x();
                    box = right < down ? box.movedBy(right, 0) : box.movedBy(0, down);
                    moved = true;
                }
            }
        }
        return box;
    }

    static Map<String, ZonePlace> outer(Map<String, ZonePlace> places) {
        Map<String, ZonePlace> outer = new HashMap<>(places);
        outer.keySet().removeIf(key -> key.contains("/"));
        return outer;
    }

    static Map<String, ZonePlace> moved(Map<String, ZonePlace> places, double dx, double dy) {
        Map<String, ZonePlace> result = new HashMap<>(places);
        outer(places)
                .forEach((key, place) ->
                        result.put(key, ZonePlace.of(place.box().movedBy(dx, dy), place.columns(), place.manual())));
        return result;
    }
}
