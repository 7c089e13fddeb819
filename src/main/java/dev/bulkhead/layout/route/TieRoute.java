package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Point;
import java.util.List;

/**
 * The line of a service's further membership: upright and level pieces from the card to the network's edge.
 *
 * @param points corners in order, the first on the card, the last on the edge of the network
 */
public record TieRoute(String service, String network, List<Point> points) {

    public TieRoute {
        points = List.copyOf(points);
    }

    /** Returns the membership that it shows. */
    public Tie tie() {
        return new Tie(service, network);
    }

    /** Returns the distance of a point from the line, in map units. */
    public double distance(double x, double y) {
        double nearest = Double.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            double dx = x - Math.clamp(x, Math.min(a.x(), b.x()), Math.max(a.x(), b.x()));
            double dy = y - Math.clamp(y, Math.min(a.y(), b.y()), Math.max(a.y(), b.y()));
            nearest = Math.min(nearest, Math.hypot(dx, dy));
        }
        return nearest;
    }
}
