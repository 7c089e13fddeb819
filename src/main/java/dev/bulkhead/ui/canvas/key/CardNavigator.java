package dev.bulkhead.ui.canvas.key;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** Finder of the card or zone next to another in a direction. */
public final class CardNavigator {

    /** How much worse a sideways step is than one in the direction. */
    private static final double ASIDE = 2.5;

    private CardNavigator() {}

    /** Direction of an arrow key. */
    public enum Direction {
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

        /** Returns the direction of a key, if it is an arrow. */
        public static Optional<Direction> of(KeyCode code) {
            return switch (code) {
                case LEFT -> Optional.of(LEFT);
                case RIGHT -> Optional.of(RIGHT);
                case UP -> Optional.of(UP);
                case DOWN -> Optional.of(DOWN);
                default -> Optional.empty();
            };
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

    /** Returns the nearest zone or rail in a direction from a point of the map. */
    public static Optional<ZoneBox> nextZone(MapGeometry geometry, Point from, Direction direction) {
        return geometry.zones().values().stream()
                .filter(zone -> !zone.box().contains(from.x(), from.y()))
                .filter(zone -> ahead(from, zone.box().center(), direction) > 1)
                .min(Comparator.comparingDouble(zone -> cost(from, zone.box().center(), direction)));
    }

    private static double ahead(Point from, Point to, Direction direction) {
        return (to.x() - from.x()) * direction.dx + (to.y() - from.y()) * direction.dy;
    }

    private static double cost(Point from, Point to, Direction direction) {
        double aside = Math.abs((to.x() - from.x()) * direction.dy) + Math.abs((to.y() - from.y()) * direction.dx);
        return ahead(from, to, direction) + ASIDE * aside;
    }
}
