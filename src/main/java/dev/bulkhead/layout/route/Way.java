package dev.bulkhead.layout.route;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import java.util.ArrayList;
import java.util.List;

/**
 * Way of a tie that was found, before it is drawn: from the middle of its card to a point inside its zone.
 *
 * @param corners may be moved
 */
record Way(CardBox from, ZoneBox target, List<Point> corners) {

    Way {
        corners = new ArrayList<>(corners);
    }

    Way copy() {
        return new Way(from, target, corners);
    }

    /** Returns the line that is drawn: without what runs inside of the card and of the zone. */
    TieRoute drawn() {
        List<Point> points = new ArrayList<>(corners);
        while (points.size() > 2
                && from.box().contains(points.get(1).x(), points.get(1).y())) {
            points.removeFirst();
        }
        points.set(0, Edge.of(from.box(), points.get(0), points.get(1)));
        while (points.size() > 2 && inTarget(points.get(points.size() - 2))) {
            points.removeLast();
        }
        int last = points.size() - 1;
        points.set(last, Edge.of(target.box(), points.get(last), points.get(last - 1)));
        return new TieRoute(from.service(), target.key(), points);
    }

    private boolean inTarget(Point point) {
        return target.box().contains(point.x(), point.y());
    }

    /** Edge of a rectangle, where lines leave it. */
    private static final class Edge {

        private Edge() {}

        /** Returns where a level or upright line from a point inside leaves the rectangle. */
        static Point of(dev.bulkhead.layout.Box box, Point inside, Point outside) {
            if (inside.y() == outside.y()) {
                return new Point(outside.x() > inside.x() ? box.right() : box.x(), inside.y());
            }
            return new Point(inside.x(), outside.y() > inside.y() ? box.bottom() : box.y());
        }
    }
}
