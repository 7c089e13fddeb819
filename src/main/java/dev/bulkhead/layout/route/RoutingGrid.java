package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/** Grid of lines on which the cheapest path is found, where a bend costs as much as a detour (A* search). */
final class RoutingGrid {

    private static final double BEND = 70;
    private static final int LEVEL = 0;
    private static final int UPRIGHT = 1;

    private final double[] xs;
    private final double[] ys;
    private final ToDoubleFunction<Box> extraCost;
    private final double[] best;
    private final int[] from;
    private final PriorityQueue<Entry> queue = new PriorityQueue<>((a, b) -> {
        int order = Double.compare(a.estimate, b.estimate);
        return order != 0 ? order : Integer.compare(a.state, b.state);
    });

    private record Entry(int state, double estimate) {}

    /** Searches on these lines; the function tells what a thin piece costs beyond its length. */
    RoutingGrid(double[] xs, double[] ys, ToDoubleFunction<Box> extraCost) {
        this.xs = xs;
        this.ys = ys;
        this.extraCost = extraCost;
        best = new double[xs.length * ys.length * 2];
        from = new int[best.length];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        Arrays.fill(from, -1);
    }

    /** Returns the corners from a point on the lines to the first point inside the target; empty if there is no way. */
    List<Point> path(Point start, Box target) {
        int x = nearest(xs, start.x());
        int y = nearest(ys, start.y());
        for (int direction = LEVEL; direction <= UPRIGHT; direction++) {
            reach(state(x, y, direction), 0, -1, target);
        }
        while (!queue.isEmpty()) {
            Entry entry = queue.remove();
            Point at = point(entry.state);
            if (target.contains(at.x(), at.y())) {
                return corners(entry.state);
            }
            if (entry.estimate <= best[entry.state] + distance(at, target) + 1e-6) {
                expand(entry.state, target);
            }
        }
        return List.of();
    }

    private void expand(int state, Box target) {
        int direction = state % 2;
        int y = state / 2 % ys.length;
        int x = state / 2 / ys.length;
        reach(state(x, y, 1 - direction), best[state] + BEND, state, target);
        int step = direction == LEVEL ? ys.length * 2 : 2;
        boolean canGrow = direction == LEVEL ? x + 1 < xs.length : y + 1 < ys.length;
        boolean canShrink = direction == LEVEL ? x > 0 : y > 0;
        if (canGrow) {
            move(state, state + step, target);
        }
        if (canShrink) {
            move(state, state - step, target);
        }
    }

    private void move(int state, int next, Box target) {
        Point a = point(state);
        Point b = point(next);
        double length = Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
        if (best[state] + length >= best[next]) {
            return;
        }
        Box piece = new Box(
                Math.min(a.x(), b.x()) - 0.5,
                Math.min(a.y(), b.y()) - 0.5,
                Math.abs(a.x() - b.x()) + 1,
                Math.abs(a.y() - b.y()) + 1);
        reach(next, best[state] + length + extraCost.applyAsDouble(piece), state, target);
    }

    private void reach(int state, double cost, int previous, Box target) {
        if (cost < best[state]) {
            best[state] = cost;
            from[state] = previous;
            queue.add(new Entry(state, cost + distance(point(state), target)));
        }
    }

    private List<Point> corners(int last) {
        Deque<Point> points = new ArrayDeque<>();
        for (int state = last; state >= 0; state = from[state]) {
            points.addFirst(point(state));
        }
        List<Point> corners = new ArrayList<>();
        for (Point point : points) {
            int size = corners.size();
            if (size > 0 && corners.get(size - 1).equals(point)) {
                continue;
            }
            if (size > 1 && inLine(corners.get(size - 2), corners.get(size - 1), point)) {
                corners.set(size - 1, point);
            } else {
                corners.add(point);
            }
        }
        return corners;
    }

    private static boolean inLine(Point a, Point b, Point c) {
        return (a.x() == b.x() && b.x() == c.x()) || (a.y() == b.y() && b.y() == c.y());
    }

    private static double distance(Point point, Box box) {
        double dx = Math.max(0, Math.max(box.x() - point.x(), point.x() - box.right()));
        double dy = Math.max(0, Math.max(box.y() - point.y(), point.y() - box.bottom()));
        return dx + dy;
    }

    private int state(int x, int y, int direction) {
        return (x * ys.length + y) * 2 + direction;
    }

    private Point point(int state) {
        return new Point(xs[state / 2 / ys.length], ys[state / 2 % ys.length]);
    }

    private static int nearest(double[] values, double wanted) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = Math.abs(values[i] - wanted) < Math.abs(values[best] - wanted) ? i : best;
        }
        return best;
    }
}
