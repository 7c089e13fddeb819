package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Crossings of ties and cards that are at neither of their ends. */
public final class Crossings {

    private Crossings() {}

    /** Returns what crosses what, in words. */
    public static List<String> of(MapGeometry geometry, Collection<TieRoute> routes) {
        List<String> crossings = new ArrayList<>();
        for (TieRoute route : routes) {
            for (CardBox card : geometry.cards().values()) {
                if (!card.service().equals(route.service()) && crosses(route, card.box())) {
                    crossings.add(route.service() + " to " + route.network() + " crosses " + card.service());
                }
            }
        }
        return crossings;
    }

    private static boolean crosses(TieRoute route, Box card) {
        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            Box line = new Box(
                    Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
            // A line has no inside of its own: given a hair's breadth, it can be held against the card's.
            if (line.grown(0.1).overlaps(card)) {
                return true;
            }
        }
        return false;
    }
}
