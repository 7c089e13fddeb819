package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.ZonePlace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Arranger of blocks in rows in their order, so that the whole comes near an aspect with little waste.
 *
 * <p>Tries limits for the height of a row and numbers of rows, and keeps the best; then rows are stretched to one width.
 */
final class RowsArranger {

    private static final int MOST_HEIGHTS = 24;
    private static final double[] SLACK = {1.0, 1.08, 1.2, 1.4};

    private RowsArranger() {}

    static Map<String, ZonePlace> arrange(List<? extends Block> blocks, double gap, double aspect) {
        List<Choice> all = blocks.stream().map(b -> new Choice(b, b.shapes())).toList();
        List<Choice> ranked = all.stream().filter(c -> !c.block().apart()).toList();
        List<Choice> apart = all.stream().filter(c -> c.block().apart()).toList();
        BlockRows best = new BlockRows(gap);
        double bestScore = Double.MAX_VALUE;
        for (double limit : heights(ranked)) {
            List<Item> items = ranked.stream()
                    .map(c -> new Item(c.block(), lowerThan(c.shapes(), limit), c.shapes()))
                    .toList();
            for (double width : widths(items, gap)) {
                BlockRows rows = BlockRows.fill(items, width, gap);
                apart.forEach(
                        c -> rows.addRow(new Item(c.block(), widestWithin(c.shapes(), rows.width()), c.shapes())));
                rows.useRoom();
                double score = rows.score(aspect);
                if (score < bestScore - 1e-9) {
                    bestScore = score;
                    best = rows;
                }
            }
        }
        return best.places();
    }

    private static Set<Double> heights(List<Choice> choices) {
        TreeSet<Double> all = new TreeSet<>();
        choices.forEach(c -> c.shapes().forEach(shape -> all.add(shape.height())));
        if (all.isEmpty()) {
            return Set.of(0.0);
        }
        List<Double> sorted = List.copyOf(all);
        Set<Double> sample = new TreeSet<>();
        int step = Math.max(1, sorted.size() / MOST_HEIGHTS);
        for (int i = 0; i < sorted.size(); i += step) {
            sample.add(sorted.get(i));
        }
        return sample;
    }

    private static Set<Double> widths(List<Item> items, double gap) {
        double total = items.stream().mapToDouble(i -> i.shape().width() + gap).sum();
        double widest = items.stream().mapToDouble(i -> i.shape().width()).max().orElse(0);
        Set<Double> widths = new TreeSet<>();
        int most = Math.min(items.size(), 2 * (int) Math.ceil(Math.sqrt(items.size())) + 1);
        for (int rows = 1; rows <= Math.max(1, most); rows++) {
            for (double slack : SLACK) {
                widths.add(Math.max(widest, total / rows * slack));
            }
        }
        return widths;
    }

    private static Shape lowerThan(List<Shape> shapes, double limit) {
        Shape lowest = shapes.getFirst();
        for (Shape shape : shapes) {
            if (shape.height() <= limit) {
                return shape;
            }
            lowest = shape.height() < lowest.height() ? shape : lowest;
        }
        return lowest;
    }

    static Shape widestWithin(List<Shape> shapes, double width) {
        if (width <= 0) {
            return mostSquare(shapes);
        }
        Shape widest = shapes.getFirst();
        for (Shape shape : shapes) {
            widest = shape.width() <= width ? shape : widest;
        }
        return widest;
    }

    static Shape mostSquare(List<Shape> shapes) {
        Shape best = shapes.getFirst();
        for (Shape shape : shapes) {
            double now = Math.abs(Math.log(shape.width() / shape.height() / LayoutRequest.USUAL_ASPECT));
            double before = Math.abs(Math.log(best.width() / best.height() / LayoutRequest.USUAL_ASPECT));
            best = now < before ? shape : best;
        }
        return best;
    }

    /** A block and the shapes it can have. */
    private record Choice(Block block, List<Shape> shapes) {}

    /** A block in one of its shapes, narrowest first. */
    record Item(Block block, Shape shape, List<Shape> shapes) {

        double lowestWithin(double width) {
            double lowest = Double.MAX_VALUE;
            for (Shape one : shapes) {
                lowest = one.width() <= width ? Math.min(lowest, one.height()) : lowest;
            }
            return lowest < Double.MAX_VALUE ? lowest : shape.height();
        }

        Item lowerThan(double height) {
            return new Item(block, RowsArranger.lowerThan(shapes, height), shapes);
        }
    }
}
