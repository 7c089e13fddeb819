package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import java.util.Comparator;
import java.util.Optional;

/** Finder of the card next to another in a direction. */
final class CardNavigator {

    /** How much worse a sideways step is than one in the direction. */
    private static final double ASIDE = 2.5;

    private CardNavigator() {}

    /** Directions of the arrow keys. */
    enum Direction {
        LEFT(-1, 0),
        RIGHT(1, 0),
        UP(0, -1),
        DOWN(0, 1);

        private final int dx;
        private final int dy;

        Direction(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }
    }

    /** Returns the nearest card in a direction, or the first card when there is none to start from. */
    static Optional<String> next(MapGeometry geometry, Optional<String> from, Direction direction) {
        Optional<CardBox> start = from.map(geometry.cards()::get);
        if (start.isEmpty()) {
            return geometry.cards().values().stream()
                    .min(Comparator.comparingDouble((CardBox c) -> c.box().y())
                            .thenComparingDouble(c -> c.box().x()))
                    .map(CardBox::service);
        }
        Point middle = start.get().box().center();
        return geometry.cards().values().stream()
                .filter(card -> ahead(middle, card.box().center(), direction) > 1)
                .min(Comparator.comparingDouble(card -> cost(middle, card.box().center(), direction)))
                .map(CardBox::service);
    }

    private static double ahead(Point from, Point to, Direction direction) {
        return (to.x() - from.x()) * direction.dx + (to.y() - from.y()) * direction.dy;
    }

    private static double cost(Point from, Point to, Direction direction) {
        double aside = Math.abs((to.x() - from.x()) * direction.dy) + Math.abs((to.y() - from.y()) * direction.dx);
        return ahead(from, to, direction) + ASIDE * aside;
    }
}
