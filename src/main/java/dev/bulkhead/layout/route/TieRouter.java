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
    private final Lanes lanes;

    /** Routes over a geometry. */
    public TieRouter(MapGeometry geometry) {
        this.geometry = geometry;
        this.obstacles = new Obstacles(geometry);
        this.lanes = new Lanes(obstacles);
    }

    /** Returns the routes of ties that are shown together; a tie without a card or a zone has none. */
    public List<TieRoute> route(Collection<Tie> ties) {
        return route(ties, List.of());
    }

    /** Returns the routes of ties that are shown together with routes that stay as they are. */
    List<TieRoute> route(Collection<Tie> ties, Collection<TieRoute> staying) {
        List<Way> ways = new ArrayList<>();
        for (Tie tie : ties) {
            CardBox card = geometry.cards().get(tie.service());
            ZoneBox zone = geometry.zones().get(tie.network());
            if (card != null && zone != null) {
                way(card, zone).ifPresent(ways::add);
            }
        }
        List<Way> moved = ways.stream().map(Way::copy).toList();
        if (staying.isEmpty()) {
            lanes.apart(moved);
        } else {
            lanes.beside(moved, staying);
        }
        List<TieRoute> routes = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            TieRoute route = moved.get(i).drawn();
            // A bend that came onto a card with its lane: better on another's line than under a card.
            boolean stopped = obstacles.stop(
                    route.points(), ways.get(i).from(), ways.get(i).target());
            routes.add(stopped ? ways.get(i).drawn() : route);
        }
        return routes;
    }

    private Optional<Way> way(CardBox card, ZoneBox target) {
        Box region = Box.around(List.of(card.box(), target.box())).grown(NEARBY);
        return way(card, target, region)
                .or(() -> way(card, target, geometry.bounds().grown(NEARBY)));
    }

    private Optional<Way> way(CardBox card, ZoneBox target, Box region) {
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
        RoutingGrid grid = new RoutingGrid(lines.xs(), lines.ys());
        obstacles.weigh(grid, card, target);
        List<Point> path = grid.path(card.box().center(), target.box());
        return path.size() < 2 ? Optional.empty() : Optional.of(new Way(card, target, path));
    }
}
