package dev.bulkhead.layout.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.topology.Topology;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ties of small maps beside the best way that there is, searched without guidance over a raster of a few map units: length, bends, and
 * what of the way leads over other zones and their titles.
 */
class ShortestTieTest {

    /** A bend counts as much as this way, as it does for the router. */
    private static final double BEND = 70;

    private static final double RASTER = 6;
    /** A tie may cost a fifth more than the best, since it keeps to the middle of gaps, and two steps of the raster. */
    private static final double TOLERANCE = 1.2;

    private static final double STEPS = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noTieIsMuchLongerOrMoreCrookedThanTheBest(long seed) {
        Topology topology = small(new Random(seed));
        MapGeometry geometry = ZoneLayout.compute(LayoutRequest.of(topology));
        Raster raster = new Raster(geometry);

        for (TieRoute route :
                TieRoutes.of(geometry, Tie.all(topology, geometry)).all().values()) {
            CardBox card = Objects.requireNonNull(geometry.cards().get(route.service()));
            ZoneBox zone = Objects.requireNonNull(geometry.zones().get(route.network()));
            assertThat(raster.cost(route.points(), card, zone))
                    .as("%s to %s", route.service(), route.network())
                    .isLessThanOrEqualTo(TOLERANCE * raster.best(card, zone) + STEPS);
        }
    }

    /** Returns up to four networks with up to nine services, so that every corner of the map can be tried. */
    private static Topology small(Random random) {
        int networks = 2 + random.nextInt(3);
        Topology topology = PairwiseTopologies.named(
                IntStream.range(0, networks).mapToObj(i -> "net" + i).toArray(String[]::new));
        for (int i = 0; i < 3 + random.nextInt(5); i++) {
            int first = random.nextInt(networks);
            int second = random.nextInt(networks);
            topology = PairwiseTopologies.with(
                    topology,
                    "svc" + i,
                    Stream.of("net" + first, "net" + second).distinct().toList());
        }
        return topology;
    }

    /** All places of a map that a tie could bend at, as near to each other as lines are drawn apart. */
    private static final class Raster {

        private final MapGeometry geometry;
        private final double[] xs;
        private final double[] ys;

        Raster(MapGeometry geometry) {
            this.geometry = geometry;
            Box all = geometry.bounds().grown(30);
            TreeSet<Double> columns = new TreeSet<>();
            TreeSet<Double> rows = new TreeSet<>();
            for (double x = all.x(); x <= all.right(); x += RASTER) {
                columns.add(x);
            }
            for (double y = all.y(); y <= all.bottom(); y += RASTER) {
                rows.add(y);
            }
            geometry.cards().values().forEach(card -> {
                columns.addAll(List.of(
                        card.box().x() - 6, card.box().center().x(), card.box().right() + 6));
                rows.addAll(List.of(
                        card.box().y() - 6, card.box().center().y(), card.box().bottom() + 6));
            });
            xs = columns.stream().mapToDouble(Double::doubleValue).toArray();
            ys = rows.stream().mapToDouble(Double::doubleValue).toArray();
        }

        private record Reached(int state, double cost) {}

        /** Returns the cost of the cheapest way from the middle of a side of a card to the edge of a zone, by Dijkstra. */
        double best(CardBox card, ZoneBox zone) {
            double[] cost = new double[xs.length * ys.length * 2];
            Arrays.fill(cost, Double.POSITIVE_INFINITY);
            PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingDouble(Reached::cost));
            for (int x = 0; x < xs.length; x++) {
                for (int y = 0; y < ys.length; y++) {
                    Point middle = card.box().center();
                    if (xs[x] == middle.x() && ys[y] == middle.y()) {
                        reach(x, y, 0, 0, cost, open);
                        reach(x, y, 1, 0, cost, open);
                    }
                }
            }
            while (!open.isEmpty()) {
                Reached at = open.remove();
                if (at.cost() > cost[at.state()]) {
                    continue;
                }
                int upright = at.state() % 2;
                int y = at.state() / 2 % ys.length;
                int x = at.state() / 2 / ys.length;
                if (zone.box().contains(xs[x], ys[y])) {
                    return at.cost();
                }
                reach(x, y, 1 - upright, at.cost() + BEND, cost, open);
                for (int step = -1; step <= 1; step += 2) {
                    int nextX = upright == 1 ? x : x + step;
                    int nextY = upright == 1 ? y + step : y;
                    if (nextX >= 0 && nextX < xs.length && nextY >= 0 && nextY < ys.length) {
                        Point from = new Point(xs[x], ys[y]);
                        Point to = new Point(xs[nextX], ys[nextY]);
                        if (free(from, to, card)) {
                            double further = card.box().contains(to.x(), to.y()) ? 0 : weight(from, to, card, zone);
                            reach(nextX, nextY, upright, at.cost() + further, cost, open);
                        }
                    }
                }
            }
            return Double.POSITIVE_INFINITY;
        }

        /** Returns the cost of a way that was drawn, summed up in small steps. */
        double cost(List<Point> points, CardBox own, ZoneBox target) {
            double cost = BEND * (points.size() - 2);
            for (int i = 1; i < points.size(); i++) {
                Point a = points.get(i - 1);
                Point b = points.get(i);
                int steps = 1 + (int) ((Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y())) / RASTER);
                for (int step = 0; step < steps; step++) {
                    cost += weight(between(a, b, step, steps), between(a, b, step + 1, steps), own, target);
                }
            }
            return cost;
        }

        private static Point between(Point a, Point b, int step, int steps) {
            return new Point(a.x() + (b.x() - a.x()) * step / steps, a.y() + (b.y() - a.y()) * step / steps);
        }

        /** A way over the title of another zone weighs ninefold, one over another zone two and a half times. */
        private double weight(Point a, Point b, CardBox own, ZoneBox target) {
            double length = Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
            Box line = Obstacles.line(a, b);
            double weight = 1;
            for (ZoneBox zone : geometry.zones().values()) {
                if (zone.key().equals(target.key()) || !line.overlaps(zone.box())) {
                    continue;
                }
                boolean title = line.overlaps(
                        new Box(zone.box().x(), zone.box().y(), zone.box().width(), 46));
                weight += title ? 8 : zone.key().equals(own.zone()) ? 0 : 1.6;
            }
            return length * weight;
        }

        private boolean free(Point from, Point to, CardBox own) {
            Box line = Obstacles.line(from, to);
            return geometry.cards().values().stream()
                            .noneMatch(card -> !card.service().equals(own.service()) && line.overlaps(card.box()))
                    && geometry.world().stream().noneMatch(node -> line.overlaps(node.box()));
        }

        private void reach(int x, int y, int upright, double value, double[] cost, PriorityQueue<Reached> open) {
            int state = (x * ys.length + y) * 2 + upright;
            if (value < cost[state]) {
                cost[state] = value;
                open.add(new Reached(state, value));
            }
        }
    }
}
