package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.ZonePlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finder of room for a few new blocks beside those that stand already. */
final class FreeSpot {

    /** With more new blocks than this, they are arranged among themselves instead. */
    static final int MOST = 24;

    private FreeSpot() {}

    static Map<String, ZonePlace> add(List<Block> fresh, List<Box> standing, double gap, double aspect) {
        List<Box> boxes = new ArrayList<>(standing);
        Map<String, ZonePlace> places = new HashMap<>();
        for (Block block : fresh) {
            Shape shape = RowsArranger.mostSquare(block.shapes());
            Box box = best(shape, boxes, gap, aspect);
            boxes.add(box);
            places.put(block.key(), ZonePlace.of(box, shape.columns(), false));
            shape.inner().forEach((id, place) -> places.put(LayoutPositions.sectionKey(block.key(), id), place));
        }
        return places;
    }

    private static Box best(Shape shape, List<Box> boxes, double gap, double aspect) {
        Box all = Box.around(boxes);
        Box best = new Box(all.x(), all.bottom() + gap, shape.width(), shape.height());
        double bestScore = score(best, all, aspect);
        for (Box box : boxes) {
            List<Box> candidates = List.of(
                    new Box(box.right() + gap, box.y(), shape.width(), shape.height()),
                    new Box(box.x(), box.bottom() + gap, shape.width(), shape.height()));
            for (Box candidate : candidates) {
                boolean free = boxes.stream().noneMatch(b -> b.overlaps(candidate.grown(gap - 1)));
                double score = score(candidate, all, aspect);
                if (free && score < bestScore - 1e-9) {
                    best = candidate;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    /** Prefers what keeps the whole small, then what keeps its aspect, then what stands high and left. */
    private static double score(Box candidate, Box all, double aspect) {
        Box whole = Box.around(List.of(all, candidate));
        double growth = whole.width() * whole.height() / Math.max(1, all.width() * all.height()) - 1;
        double shape = Math.abs(Math.log(whole.width() / whole.height() / aspect));
        return growth + shape + 1e-5 * (candidate.y() - all.y()) + 1e-6 * (candidate.x() - all.x());
    }
}
