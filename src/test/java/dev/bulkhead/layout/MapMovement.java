package dev.bulkhead.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Movement of the cards that two maps have in common.
 *
 * @param cards how many there are
 * @param mean how far they moved on average, in cells
 * @param most how far the one moved that moved farthest, in cells
 * @param order how many of a hundred pairs still stand left of, right of, above or below each other as they did
 */
public record MapMovement(int cards, double mean, double most, double order) {

    private static final double CELL_WIDTH = 188;
    private static final double CELL_HEIGHT = 68;

    /** Returns how the cards moved from one map to the other. */
    public static MapMovement between(MapGeometry before, MapGeometry after) {
        List<Point> old = new ArrayList<>();
        List<Point> now = new ArrayList<>();
        for (Map.Entry<String, CardBox> card : before.cards().entrySet()) {
            CardBox other = after.cards().get(card.getKey());
            if (other != null) {
                old.add(corner(card.getValue()));
                now.add(corner(other));
            }
        }
        double sum = 0;
        double most = 0;
        for (int i = 0; i < old.size(); i++) {
            double moved = Math.hypot(
                    (now.get(i).x() - old.get(i).x()) / CELL_WIDTH,
                    (now.get(i).y() - old.get(i).y()) / CELL_HEIGHT);
            sum += moved;
            most = Math.max(most, moved);
        }
        return new MapMovement(old.size(), old.isEmpty() ? 0 : sum / old.size(), most, order(old, now));
    }

    private static double order(List<Point> old, List<Point> now) {
        long all = 0;
        long kept = 0;
        for (int i = 0; i < old.size(); i++) {
            for (int j = i + 1; j < old.size(); j++) {
                all += 2;
                kept += same(
                                old.get(i).x(),
                                old.get(j).x(),
                                now.get(i).x(),
                                now.get(j).x(),
                                CELL_WIDTH)
                        ? 1
                        : 0;
                kept += same(
                                old.get(i).y(),
                                old.get(j).y(),
                                now.get(i).y(),
                                now.get(j).y(),
                                CELL_HEIGHT)
                        ? 1
                        : 0;
            }
        }
        return all == 0 ? 100 : 100.0 * kept / all;
    }

    /** What stood within half a cell was in no order. */
    private static boolean same(double a, double b, double laterA, double laterB, double cell) {
        return Math.abs(a - b) < cell / 2 || Math.signum(a - b) == Math.signum(laterA - laterB);
    }

    private static Point corner(CardBox card) {
        return new Point(card.box().x(), card.box().y());
    }
}
