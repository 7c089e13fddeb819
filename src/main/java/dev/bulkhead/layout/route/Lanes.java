package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lanes of ties that run on the same line: moved apart, so that each can be followed. */
final class Lanes {

    private static final double STEP = 5;
    private static final double ROOM = 26;

    private Lanes() {}

    /** A straight piece of a route, between its corners {@code index} and {@code index + 1}. */
    private record Piece(int route, int index, double line, double low, double high, double bias) {}

    static List<TieRoute> apart(List<TieRoute> routes) {
        List<List<Point>> corners = new ArrayList<>();
        routes.forEach(route -> corners.add(new ArrayList<>(route.points())));
        spread(corners, true);
        spread(corners, false);
        List<TieRoute> result = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            result.add(new TieRoute(routes.get(i).service(), routes.get(i).network(), corners.get(i)));
        }
        return result;
    }

    private static void spread(List<List<Point>> corners, boolean upright) {
        SortedMap<Long, List<Piece>> lines = new TreeMap<>();
        for (int route = 0; route < corners.size(); route++) {
            for (int i = 0; i + 1 < corners.get(route).size(); i++) {
                Piece piece = piece(corners.get(route), route, i, upright);
                if (piece != null) {
                    lines.computeIfAbsent(Math.round(piece.line()), line -> new ArrayList<>())
                            .add(piece);
                }
            }
        }
        lines.values().forEach(pieces -> spreadLine(pieces, corners, upright));
    }

    private static @org.jspecify.annotations.Nullable Piece piece(
            List<Point> points, int route, int i, boolean upright) {
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
        return new Piece(route, i, line, Math.min(from, to), Math.max(from, to), before + after - 2 * line);
    }

    private static double across(Point point, boolean upright) {
        return upright ? point.x() : point.y();
    }

    private static void spreadLine(List<Piece> pieces, List<List<Point>> corners, boolean upright) {
        pieces.sort(Comparator.comparingDouble(Piece::low).thenComparingInt(Piece::route));
        int start = 0;
        double reach = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).low() > reach + 1 && i > start) {
                spreadGroup(new ArrayList<>(pieces.subList(start, i)), corners, upright);
                start = i;
            }
            reach = Math.max(reach, pieces.get(i).high());
        }
        spreadGroup(new ArrayList<>(pieces.subList(start, pieces.size())), corners, upright);
    }

    private static void spreadGroup(List<Piece> group, List<List<Point>> corners, boolean upright) {
        if (group.size() < 2) {
            return;
        }
        group.sort(Comparator.comparingDouble(Piece::bias).thenComparingInt(Piece::route));
        double step = Math.min(STEP, ROOM / (group.size() - 1));
        for (int i = 0; i < group.size(); i++) {
            Piece piece = group.get(i);
            double offset = (i - (group.size() - 1) / 2.0) * step;
            List<Point> points = corners.get(piece.route());
            for (int end = piece.index(); end <= piece.index() + 1; end++) {
                Point p = points.get(end);
                points.set(end, upright ? new Point(p.x() + offset, p.y()) : new Point(p.x(), p.y() + offset));
            }
        }
    }
}
