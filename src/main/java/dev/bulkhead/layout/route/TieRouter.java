package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Router of ties from cards to networks: upright and level, between the cards, side by side where they share a way.
 */
public final class TieRouter {

    private static final double GAP = 44;
    private static final double MARGIN = 4;
    private static final double NEARBY = 160;

    private final MapGeometry geometry;
    private final Obstacles obstacles;

    /** Routes over a geometry. */
    public TieRouter(MapGeometry geometry) {
        this.geometry = geometry;
        this.obstacles = new Obstacles(geometry);
    }

    /** Returns the routes of ties that are shown together; a tie without a card or a zone has none. */
    public List<TieRoute> route(Collection<Tie> ties) {
        List<TieRoute> routes = new ArrayList<>();
        for (Tie tie : ties) {
            CardBox card = geometry.cards().get(tie.service());
            ZoneBox zone = geometry.zones().get(tie.network());
            if (card != null && zone != null) {
                way(card, zone).ifPresent(points -> routes.add(new TieRoute(tie.service(), tie.network(), points)));
            }
        }
        List<TieRoute> apart = Lanes.apart(routes);
        return apart.stream().map(this::clipped).toList();
    }

    private Optional<List<Point>> way(CardBox card, ZoneBox target) {
        Box region = Box.around(List.of(card.box(), target.box())).grown(NEARBY);
        RoutingLines lines = new RoutingLines();
        for (ZoneBox zone : geometry.zones().values()) {
            if (zone.box().overlaps(region)) {
                lines.around(zone.box(), GAP);
            }
        }
        ZoneBox home = geometry.zones().get(card.zone());
        if (home != null) {
            lines.within(home.box(), obstacles.cardsOf(home.key()), MARGIN);
        }
        lines.into(target.box());
        lines.through(card.box());
        Box own = card.box().grown(2);
        RoutingGrid grid =
                new RoutingGrid(lines.xs(), lines.ys(), piece -> obstacles.cost(piece, card.zone(), own, target.key()));
        List<Point> path = grid.path(card.box().center(), target.box());
        return path.size() < 2 ? Optional.empty() : Optional.of(path);
    }

    /** Cuts off what runs inside of the card and of the zone. */
    private TieRoute clipped(TieRoute route) {
        CardBox card = geometry.cards().get(route.service());
        ZoneBox zone = geometry.zones().get(route.network());
        if (card == null || zone == null) {
            return route;
        }
        List<Point> points = new ArrayList<>(route.points());
        while (points.size() > 2 && inside(card.box(), points.get(1))) {
            points.removeFirst();
        }
        points.set(0, edge(card.box(), points.get(0), points.get(1)));
        while (points.size() > 2 && inside(zone.box(), points.get(points.size() - 2))) {
            points.removeLast();
        }
        int last = points.size() - 1;
        points.set(last, edge(zone.box(), points.get(last), points.get(last - 1)));
        return new TieRoute(route.service(), route.network(), points);
    }

    private static boolean inside(Box box, Point point) {
        return box.contains(point.x(), point.y());
    }

    /** Returns where a level or upright line from a point inside leaves the rectangle. */
    private static Point edge(Box box, Point inside, Point outside) {
        if (inside.y() == outside.y()) {
            double x = outside.x() > inside.x() ? box.right() : box.x();
            return new Point(x, inside.y());
        }
        double y = outside.y() > inside.y() ? box.bottom() : box.y();
        return new Point(inside.x(), y);
    }
}
