package dev.bulkhead.ui.canvas.aim;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Place of a box that is carried, drawn to what stands around it: an edge or middle in line with that of another, or the same gap
 * as two others have.
 *
 * @param box where it comes to stand
 * @param guides lines that show to what
 */
public record Snap(Box box, List<Guide> guides) {

    public Snap {
        guides = List.copyOf(guides);
    }

    /** Line that shows to what a box is drawn. */
    public record Guide(Point from, Point to) {}

    /** One way to stand in one direction: how far off it is, and what shows it once both directions are known. */
    private record Pull(double by, Shown shown) {}

    private interface Shown {
        List<Guide> around(Box placed);
    }

    /** Returns where a box comes to stand among others; nothing further away than a distance draws it. */
    public static Snap of(Box carried, Collection<Box> others, double within) {
        Optional<Pull> across = nearest(across(carried, others), within);
        Optional<Pull> down = nearest(down(carried, others), within);
        Box placed = new Box(
                carried.x() + across.map(Pull::by).orElse(0.0),
                carried.y() + down.map(Pull::by).orElse(0.0),
                carried.width(),
                carried.height());
        List<Guide> guides = new ArrayList<>();
        across.ifPresent(pull -> guides.addAll(pull.shown().around(placed)));
        down.ifPresent(pull -> guides.addAll(pull.shown().around(placed)));
        return new Snap(placed, guides);
    }

    /** Returns a box whose lower right corner is carried, its right and lower edge drawn to the edges of others. */
    public static Snap corner(Box carried, Collection<Box> others, double within) {
        List<Guide> guides = new ArrayList<>();
        double right = edge(carried.right(), others.stream().flatMap(o -> Stream.of(o.x(), o.right())), within);
        double bottom = edge(carried.bottom(), others.stream().flatMap(o -> Stream.of(o.y(), o.bottom())), within);
        Box placed = new Box(carried.x(), carried.y(), right - carried.x(), bottom - carried.y());
        for (Box other : others) {
            if (right != carried.right() && (other.x() == right || other.right() == right)) {
                guides.add(new Guide(
                        new Point(right, Math.min(placed.y(), other.y())),
                        new Point(right, Math.max(placed.bottom(), other.bottom()))));
            }
            if (bottom != carried.bottom() && (other.y() == bottom || other.bottom() == bottom)) {
                guides.add(new Guide(
                        new Point(Math.min(placed.x(), other.x()), bottom),
                        new Point(Math.max(placed.right(), other.right()), bottom)));
            }
        }
        return new Snap(placed, guides);
    }

    private static double edge(double carried, Stream<Double> lines, double within) {
        return lines.filter(line -> Math.abs(line - carried) <= within)
                .min(Comparator.comparingDouble(line -> Math.abs(line - carried)))
                .orElse(carried);
    }

    private static Optional<Pull> nearest(List<Pull> pulls, double within) {
        return pulls.stream()
                .filter(pull -> Math.abs(pull.by()) <= within)
                .min(Comparator.comparingDouble(pull -> Math.abs(pull.by())));
    }

    private static List<Pull> across(Box carried, Collection<Box> others) {
        List<Pull> pulls = new ArrayList<>();
        for (Box other : others) {
            for (double line : List.of(other.x(), other.center().x(), other.right())) {
                for (double own : List.of(carried.x(), carried.center().x(), carried.right())) {
                    pulls.add(new Pull(
                            line - own,
                            placed -> List.of(new Guide(
                                    new Point(line, Math.min(placed.y(), other.y())),
                                    new Point(line, Math.max(placed.bottom(), other.bottom()))))));
                }
            }
        }
        List<Box> row = others.stream()
                .filter(other -> other.y() < carried.bottom() && carried.y() < other.bottom())
                .sorted(Comparator.comparingDouble(Box::x))
                .toList();
        double y = carried.center().y();
        for (int i = 0; i + 1 < row.size(); i++) {
            Box first = row.get(i);
            Box second = row.get(i + 1);
            double gap = second.x() - first.right();
            if (gap > 0) {
                pulls.add(new Pull(
                        second.right() + gap - carried.x(),
                        placed -> List.of(level(first.right(), second.x(), y), level(second.right(), placed.x(), y))));
                pulls.add(new Pull(
                        first.x() - gap - carried.right(),
                        placed -> List.of(level(placed.right(), first.x(), y), level(first.right(), second.x(), y))));
                pulls.add(new Pull(
                        (first.right() + second.x()) / 2 - carried.center().x(),
                        placed -> List.of(level(first.right(), placed.x(), y), level(placed.right(), second.x(), y))));
            }
        }
        return pulls;
    }

    /** As across, with the axes exchanged. */
    private static List<Pull> down(Box carried, Collection<Box> others) {
        return across(turned(carried), others.stream().map(Snap::turned).toList()).stream()
                .map(pull -> new Pull(
                        pull.by(),
                        placed -> pull.shown().around(turned(placed)).stream()
                                .map(guide -> new Guide(turned(guide.from()), turned(guide.to())))
                                .toList()))
                .toList();
    }

    private static Guide level(double from, double to, double y) {
        return new Guide(new Point(from, y), new Point(to, y));
    }

    private static Box turned(Box box) {
        return new Box(box.y(), box.x(), box.height(), box.width());
    }

    private static Point turned(Point point) {
        return new Point(point.y(), point.x());
    }
}
