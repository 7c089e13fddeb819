package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lanes of ties that run on the same line: moved apart as far as there is room, so that each can be followed. */
final class Lanes {

    private static final double STEP = 5;
    private static final double MOST = 13;
    /** Nearer than that two lines are seen as one. */
    private static final double APART = 4;

    private static final double[] BESIDE = {0, STEP, -STEP, 2 * STEP, -2 * STEP, STEP / 2, -STEP / 2};

    private final Obstacles obstacles;

    Lanes(Obstacles obstacles) {
        this.obstacles = obstacles;
    }

    /** A straight piece of a way, between its corners {@code index} and {@code index + 1}. */
    private record Piece(Way way, int number, int index, double line, double low, double high, double bias) {

        Box box(boolean upright) {
            return (upright ? new Box(line, low, 0, high - low) : new Box(low, line, high - low, 0)).grown(0.5);
        }
    }

    /** Moves ways apart that were found for themselves. */
    void apart(List<Way> ways) {
        spread(ways, true);
        spread(ways, false);
    }

    /** Moves ways, one after the other, off the routes that stay and off each other; the routes are not touched. */
    void beside(List<Way> ways, Collection<TieRoute> staying) {
        Taken taken = new Taken();
        staying.forEach(route -> taken.add(route.points()));
        for (Way way : ways) {
            for (int i = 0; i + 1 < way.corners().size(); i++) {
                for (boolean upright : new boolean[] {true, false}) {
                    Piece piece = piece(way, 0, i, upright);
                    if (piece != null) {
                        move(piece, taken.offset(piece, upright, left(piece, upright), right(piece, upright)), upright);
                    }
                }
            }
            taken.add(way.corners());
        }
    }

    private void spread(List<Way> ways, boolean upright) {
        SortedMap<Long, List<Piece>> lines = new TreeMap<>();
        for (int number = 0; number < ways.size(); number++) {
            for (int i = 0; i + 1 < ways.get(number).corners().size(); i++) {
                Piece piece = piece(ways.get(number), number, i, upright);
                if (piece != null) {
                    lines.computeIfAbsent(Math.round(piece.line()), line -> new ArrayList<>())
                            .add(piece);
                }
            }
        }
        lines.values().forEach(pieces -> spreadLine(pieces, upright));
    }

    private static @org.jspecify.annotations.Nullable Piece piece(Way way, int number, int i, boolean upright) {
        List<Point> points = way.corners();
        Point a = points.get(i);
        Point b = points.get(i + 1);
        boolean isUpright = a.x() == b.x();
        if (isUpright != upright) {
            return null;
        }
        double from = upright ? a.y() : a.x();
        double to = upright ? b.y() : b.x();
        double line = upright ? a.x() : a.y();
        // Pieces that come from and go to the same side keep to that side: fewer crossings.
        double before = i == 0 ? line : across(points.get(i - 1), upright);
        double after = i + 2 == points.size() ? line : across(points.get(i + 2), upright);
        return new Piece(way, number, i, line, Math.min(from, to), Math.max(from, to), before + after - 2 * line);
    }

    private static double across(Point point, boolean upright) {
        return upright ? point.x() : point.y();
    }

    private void spreadLine(List<Piece> pieces, boolean upright) {
        pieces.sort(Comparator.comparingDouble(Piece::low).thenComparingInt(Piece::number));
        int start = 0;
        double reach = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).low() > reach + 1 && i > start) {
                spreadGroup(new ArrayList<>(pieces.subList(start, i)), upright);
                start = i;
            }
            reach = Math.max(reach, pieces.get(i).high());
        }
        spreadGroup(new ArrayList<>(pieces.subList(start, pieces.size())), upright);
    }

    private void spreadGroup(List<Piece> group, boolean upright) {
        if (group.size() < 2) {
            return;
        }
        group.sort(Comparator.comparingDouble(Piece::bias).thenComparingInt(Piece::number));
        double left = MOST;
        double right = MOST;
        for (Piece piece : group) {
            left = Math.min(left, left(piece, upright));
            right = Math.min(right, right(piece, upright));
        }
        double step = Math.min(STEP, (left + right) / (group.size() - 1));
        double all = step * (group.size() - 1);
        double first = Math.clamp(-all / 2, -left, Math.max(-left, right - all));
        for (int i = 0; i < group.size(); i++) {
            move(group.get(i), first + i * step, upright);
        }
    }

    private double left(Piece piece, boolean upright) {
        return obstacles.room(
                piece.box(upright),
                upright,
                -1,
                MOST,
                piece.way().from(),
                piece.way().target());
    }

    private double right(Piece piece, boolean upright) {
        return obstacles.room(
                piece.box(upright),
                upright,
                1,
                MOST,
                piece.way().from(),
                piece.way().target());
    }

    private static void move(Piece piece, double offset, boolean upright) {
        List<Point> points = piece.way().corners();
        for (int end = piece.index(); end <= piece.index() + 1; end++) {
            Point p = points.get(end);
            points.set(end, upright ? new Point(p.x() + offset, p.y()) : new Point(p.x(), p.y() + offset));
        }
    }

    /** Lines that are taken. */
    private static final class Taken {

        private final BoxIndex<Box> upright = new BoxIndex<>();
        private final BoxIndex<Box> level = new BoxIndex<>();

        void add(List<Point> points) {
            for (int i = 1; i < points.size(); i++) {
                Point a = points.get(i - 1);
                Point b = points.get(i);
                Box line = Obstacles.line(a, b);
                (a.x() == b.x() ? upright : level).add(line, line);
            }
        }

        /** Returns how far a piece is moved so that it lies on nothing: the first that will do, else the farthest off. */
        double offset(Piece piece, boolean isUpright, double left, double right) {
            double best = 0;
            double bestGap = -1;
            for (double offset : BESIDE) {
                if (offset < -left || offset > right) {
                    continue;
                }
                double gap = gap(piece, offset, isUpright);
                if (gap >= APART) {
                    return offset;
                }
                if (gap > bestGap) {
                    best = offset;
                    bestGap = gap;
                }
            }
            return best;
        }

        private double gap(Piece piece, double offset, boolean isUpright) {
            Box box = piece.box(isUpright);
            Box moved = isUpright ? box.movedBy(offset, 0) : box.movedBy(0, offset);
            double line = piece.line() + offset;
            double[] nearest = {APART};
            Box around = isUpright
                    ? new Box(moved.x() - APART, moved.y(), moved.width() + 2 * APART, moved.height())
                    : new Box(moved.x(), moved.y() - APART, moved.width(), moved.height() + 2 * APART);
            (isUpright ? upright : level).each(around, other -> {
                Point middle = other.center();
                nearest[0] = Math.min(nearest[0], Math.abs((isUpright ? middle.x() : middle.y()) - line));
            });
            return nearest[0];
        }
    }
}
