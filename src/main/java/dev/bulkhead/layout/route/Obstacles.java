package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.ZoneBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Obstacles of a tie with what each costs to cross: cards never, foreign zones rather not. */
final class Obstacles {

    private static final double FOREIGN = 1.6;
    private static final double TITLE = 8;
    private static final double TITLE_HEIGHT = 46;

    private final List<ZoneBox> zones;
    private final Map<String, List<Box>> cards = new HashMap<>();
    private final List<Box> walls;

    Obstacles(MapGeometry geometry) {
        zones = List.copyOf(geometry.zones().values());
        for (CardBox card : geometry.cards().values()) {
            cards.computeIfAbsent(card.zone(), zone -> new ArrayList<>())
                    .add(card.box().grown(2));
        }
        walls = geometry.world().stream().map(w -> w.box().grown(4)).toList();
    }

    List<Box> cardsOf(String zone) {
        return cards.getOrDefault(zone, List.of());
    }

    /** Returns the cost of a piece beyond its length; infinite where it must not run. */
    double cost(Box piece, String home, Box own, String target) {
        if (walls.stream().anyMatch(piece::overlaps)) {
            return Double.POSITIVE_INFINITY;
        }
        double cost = 0;
        for (ZoneBox zone : zones) {
            if (!piece.overlaps(zone.box()) || zone.key().equals(target)) {
                continue;
            }
            for (Box card : cardsOf(zone.key())) {
                if (piece.overlaps(card) && !card.equals(own)) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            double length = Math.max(piece.width(), piece.height());
            Box title = new Box(zone.box().x(), zone.box().y(), zone.box().width(), TITLE_HEIGHT);
            if (piece.overlaps(title)) {
                cost += TITLE * length;
            } else if (!zone.key().equals(home)) {
                cost += FOREIGN * length;
            }
        }
        return cost;
    }
}
