package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Obstacles of a tie with what each costs to cross: cards never, foreign zones rather not. */
final class Obstacles {

    /** Room that a way keeps to a card. */
    static final double CLEAR = 2;

    private static final double FOREIGN = 1.6;
    private static final double TITLE = 8;
    private static final double TITLE_HEIGHT = 46;
    private static final double WALL = 4;

    private final BoxIndex<ZoneBox> zones = new BoxIndex<>();
    private final BoxIndex<CardBox> cards = new BoxIndex<>();
    private final BoxIndex<Box> walls = new BoxIndex<>();
    private final Map<String, List<Box>> byZone = new HashMap<>();

    Obstacles(MapGeometry geometry) {
        geometry.zones().values().forEach(zone -> zones.add(zone.box(), zone));
        for (CardBox card : geometry.cards().values()) {
            Box clear = card.box().grown(CLEAR);
            cards.add(clear, card);
            byZone.computeIfAbsent(card.zone(), zone -> new ArrayList<>()).add(clear);
        }
        geometry.world().forEach(node -> walls.add(node.box().grown(WALL), node.box()));
    }

    List<Box> cardsOf(String zone) {
        return byZone.getOrDefault(zone, List.of());
    }

    /** Enters into a grid what a tie between a card and a network goes around, and what it rather does not cross. */
    void weigh(RoutingGrid grid, CardBox from, ZoneBox target) {
        Box area = grid.bounds().grown(1);
        zones.each(area, zone -> {
            if (!zone.key().equals(target.key())) {
                double weight = zone.key().equals(from.zone()) ? 0 : FOREIGN;
                Box box = zone.box();
                grid.weigh(box, weight);
                grid.weigh(
                        new Box(box.x(), box.y(), box.width(), Math.min(TITLE_HEIGHT, box.height())), TITLE - weight);
            }
        });
        cards.each(area, card -> {
            if (stops(card, from, target)) {
                grid.weigh(card.box().grown(CLEAR), Double.POSITIVE_INFINITY);
            }
        });
        walls.each(area, wall -> grid.weigh(wall.grown(WALL), Double.POSITIVE_INFINITY));
    }

    /** Returns whether a drawn line crosses a card that is at neither of its ends. */
    boolean stop(List<Point> points, CardBox from, ZoneBox target) {
        for (int i = 1; i < points.size(); i++) {
            if (cards.any(line(points.get(i - 1), points.get(i)), card -> stops(card, from, target))) {
                return true;
            }
        }
        return false;
    }

    /** Returns how far a piece may be moved to one side before it comes near a card or the outside world, at most so far. */
    double room(Box piece, boolean upright, int side, double most, CardBox from, ZoneBox target) {
        double x = upright && side < 0 ? piece.x() - most : piece.x();
        double y = !upright && side < 0 ? piece.y() - most : piece.y();
        Box strip = new Box(x, y, piece.width() + (upright ? most : 0), piece.height() + (upright ? 0 : most));
        double[] room = {most};
        cards.each(strip, card -> {
            if (stops(card, from, target)) {
                room[0] = Math.min(room[0], gap(piece, card.box().grown(CLEAR), upright, side));
            }
        });
        walls.each(strip, wall -> room[0] = Math.min(room[0], gap(piece, wall.grown(WALL), upright, side)));
        return Math.max(0, room[0] - 0.5);
    }

    private static double gap(Box piece, Box other, boolean upright, int side) {
        if (upright) {
            return side < 0 ? piece.x() - other.right() : other.x() - piece.right();
        }
        return side < 0 ? piece.y() - other.bottom() : other.y() - piece.bottom();
    }

    /** Cards below one that is carried over them make room when that is dropped. */
    private static boolean stops(CardBox card, CardBox from, ZoneBox target) {
        return !card.service().equals(from.service())
                && !card.zone().equals(target.key())
                && !card.box().overlaps(from.box());
    }

    /** Returns a straight line as a thin rectangle. */
    static Box line(Point a, Point b) {
        return new Box(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()))
                .grown(0.5);
    }
}
