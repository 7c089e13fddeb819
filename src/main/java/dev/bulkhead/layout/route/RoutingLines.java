package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Box;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Upright and level lines that a tie may run on: between zones, and between cards. */
final class RoutingLines {

    private static final double INSET = 32;

    private final NavigableSet<Double> xs = new TreeSet<>();
    private final NavigableSet<Double> ys = new TreeSet<>();

    /** Adds the lines around a zone, in the middle of the usual gap. */
    void around(Box zone, double gap) {
        xs.add(zone.x() - gap / 2);
        xs.add(zone.right() + gap / 2);
        ys.add(zone.y() - gap / 2);
        ys.add(zone.bottom() + gap / 2);
    }

    /** Adds the lines between the cards of a zone, and those just inside its edge. */
    void within(Box zone, List<Box> cards, double margin) {
        xs.add(zone.x() + margin);
        xs.add(zone.right() - margin);
        ys.add(zone.bottom() - margin);
        for (Box card : cards) {
            xs.add(card.x() - margin);
            xs.add(card.right() + margin);
            ys.add(card.y() - margin);
            ys.add(card.bottom() + margin);
        }
    }

    /** Adds the lines on which a zone is entered: its middle, and near its corners. */
    void into(Box zone) {
        double inset = Math.min(INSET, Math.min(zone.width(), zone.height()) / 2);
        xs.add(zone.x() + inset);
        xs.add(zone.right() - inset);
        ys.add(zone.y() + inset);
        ys.add(zone.bottom() - inset);
        through(zone);
    }

    /** Adds the lines through the middle of a rectangle. */
    void through(Box box) {
        xs.add(box.center().x());
        ys.add(box.center().y());
    }

    double[] xs() {
        return thinned(xs);
    }

    double[] ys() {
        return thinned(ys);
    }

    /** Lines closer than a unit are one line: they come from rounding. */
    private static double[] thinned(NavigableSet<Double> values) {
        return values.stream()
                .filter(v -> {
                    Double lower = values.lower(v);
                    return lower == null || v - lower > 0.75;
                })
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
