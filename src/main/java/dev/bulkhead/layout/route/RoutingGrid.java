package dev.bulkhead.layout.route;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Grid of lines on which the cheapest path is found, where a bend costs as much as a detour (A* search).
 *
 * <p>What is in the way is entered by ranges of lines before, so that a step of the search is a look into an array.
 */
final class RoutingGrid {

    private static final double BEND = 70;
    private static final int LEVEL = 0;
    private static final int UPRIGHT = 1;
    /** Half the breadth of a line. */
    private static final double HALF = 0.5;

    private final double[] xs;
    private final double[] ys;
    /** Weight of each unit of the piece to the right of a crossing of lines, and of the one below it, beyond its length. */
    private final double[][] weights;

    private final double[] best;
    private final int[] from;
    private final PriorityQueue<Entry> queue = new PriorityQueue<>((a, b) -> {
        int order = Double.compare(a.estimate, b.estimate);
        return order != 0 ? order : Integer.compare(a.state, b.state);
    });

    private record Entry(int state, double estimate) {}

    /** Searches on these lines, which ascend. */
    RoutingGrid(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
        weights = new double[2][xs.length * ys.length];
        best = new double[xs.length * ys.length * 2];
        from = new int[best.length];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        Arrays.fill(from, -1);
    }

    /** Returns what the lines span. */
    Box bounds() {
        return new Box(xs[0], ys[0], xs[xs.length - 1] - xs[0], ys[ys.length - 1] - ys[0]);
    }

    /** Makes pieces that overlap a rectangle heavier by so much a unit; infinitely where they must not run. */
    void weigh(Box box, double more) {
        int left = above(xs, box.x() - HALF);
        int right = above(xs, box.right() + HALF);
        int top = above(ys, box.y() - HALF);
        int bottom = above(ys, box.bottom() + HALF);
        for (int x = Math.max(0, left - 1); x < right; x++) {
            for (int y = top; y < bottom; y++) {
                weights[LEVEL][x * ys.length + y] += more;
            }
        }
        for (int x = left; x < right; x++) {
            for (int y = Math.max(0, top - 1); y < bottom; y++) {
                weights[UPRIGHT][x * ys.length + y] += more;
            }
        }
    }

    /** Returns the index of the first line beyond a place. */
    private static int above(double[] lines, double place) {
        int found = Arrays.binarySearch(lines, place);
        return found < 0 ? -found - 1 : found + 1;
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
            move(state, state + step, state, target);
        }
        if (canShrink) {
            move(state, state - step, state - step, target);
        }
    }

    /** Goes from one crossing to the next; the piece between them is that of the crossing at its left or upper end. */
    private void move(int state, int next, int piece, Box target) {
        double weight = weights[state % 2][piece / 2];
        if (weight == Double.POSITIVE_INFINITY) {
            return;
        }
        Point a = point(state);
        Point b = point(next);
        double length = Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
        reach(next, best[state] + length * (1 + weight), state, target);
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
