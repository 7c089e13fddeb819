package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.ZonePlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Growth of blocks that stand already and hold more than before: downwards, or to the right where the operator put something below.
 */
final class Growth {

    /** So many of what stands nearest are looked at for room beside them. */
    private static final int NEIGHBOURS = 24;

    private Growth() {}

    /** Returns the places of blocks that are remembered, as large as they have to be, with those of their sections. */
    static Map<String, ZonePlace> of(List<? extends Block> blocks, Map<String, ZonePlace> remembered, double gap) {
        Map<String, ZonePlace> places = new HashMap<>();
        for (Block block : blocks) {
            ZonePlace place = remembered.get(block.key());
            if (place != null) {
                put(block, place, block.keeping(place), places);
            }
        }
        for (Block block : blocks) {
            ZonePlace place = remembered.get(block.key());
            ZonePlace grown = places.get(block.key());
            if (place == null || grown == null || grown.box().equals(place.box())) {
                continue;
            }
            List<Box> firm = blocks.stream()
                    .filter(other -> !other.key().equals(block.key()))
                    .map(other -> places.get(other.key()))
                    .filter(other -> other != null && other.manual())
                    .map(ZonePlace::box)
                    .toList();
            if (hits(grown.box(), firm, gap) && !hits(place.box(), firm, gap)) {
                block.wider(place)
                        .filter(shape -> !hits(box(place, shape), firm, gap))
                        .ifPresent(shape -> put(block, place, shape, places));
            }
        }
        return places;
    }

    private static void put(Block block, ZonePlace place, Shape shape, Map<String, ZonePlace> places) {
        places.put(block.key(), ZonePlace.of(box(place, shape), columns(place, shape), place.manual()));
        shape.inner().forEach((id, inner) -> places.put(LayoutPositions.sectionKey(block.key(), id), inner));
    }

    private static int columns(ZonePlace place, Shape shape) {
        return Math.max(1, shape.inner().isEmpty() ? shape.columns() : place.columns());
    }

    private static Box box(ZonePlace place, Shape shape) {
        return new Box(
                place.x(), place.y(), Math.max(place.width(), shape.width()), Math.max(place.height(), shape.height()));
    }

    static boolean hits(Box box, Collection<Box> others, double gap) {
        return others.stream().anyMatch(other -> near(box, other, gap));
    }

    /** Returns whether two stand nearer to each other than half of the usual gap. */
    static boolean near(Box one, Box other, double gap) {
        return one.overlaps(other.grown(gap / 2 - 0.5));
    }

    /** Returns the place nearest to a wanted one that is free of what stands; below everything where there is none. */
    static Box nearest(Box wanted, List<Box> settled, double gap) {
        List<Box> around = settled.stream()
                .sorted(Comparator.comparingDouble(box -> distance(wanted, box)))
                .limit(NEIGHBOURS)
                .toList();
        List<Double> xs = new ArrayList<>(List.of(wanted.x()));
        List<Double> ys = new ArrayList<>(List.of(wanted.y()));
        around.forEach(box -> {
            xs.add(box.right() + gap);
            xs.add(box.x() - gap - wanted.width());
            ys.add(box.bottom() + gap);
            ys.add(box.y() - gap - wanted.height());
        });
        Box best = new Box(wanted.x(), Box.around(settled).bottom() + gap, wanted.width(), wanted.height());
        double least = moved(wanted, best);
        for (double x : xs) {
            for (double y : ys) {
                Box box = new Box(x, y, wanted.width(), wanted.height());
                if (moved(wanted, box) < least && !hits(box, settled, gap)) {
                    best = box;
                    least = moved(wanted, box);
                }
            }
        }
        return best;
    }

    private static double moved(Box from, Box to) {
        return Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
    }

    private static double distance(Box one, Box other) {
        double dx = Math.max(0, Math.max(other.x() - one.right(), one.x() - other.right()));
        double dy = Math.max(0, Math.max(other.y() - one.bottom(), one.y() - other.bottom()));
        return dx + dy;
    }
}
