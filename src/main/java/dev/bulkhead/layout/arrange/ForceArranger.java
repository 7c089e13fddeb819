package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.MapMetrics;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZonePlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.graphstream.graph.Graph;
import org.graphstream.graph.implementations.SingleGraph;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;

/** Arranger of blocks by attraction and repulsion with GraphStream, always the same way for the same project. */
final class ForceArranger {

    private static final long SEED = 7;
    private static final int MOST_STEPS = 600;
    /** Screens are wider than high. */
    private static final double WIDER = 1.4;

    private ForceArranger() {}

    static Map<String, ZonePlace> arrange(List<Block> blocks, List<ZoneLink> links, double gap) {
        List<Standing> standing = standing(blocks, links);
        double spread = spread(standing);
        Map<String, ZonePlace> places = new HashMap<>();
        for (Standing one : standing) {
            Shape shape = one.shape();
            double x = snapped(one.middle().x() * spread * WIDER - shape.width() / 2);
            double y = snapped(one.middle().y() * spread - shape.height() / 2);
            Box box = new Box(x, y, shape.width(), shape.height());
            places.put(one.block().key(), ZonePlace.of(box, shape.columns(), false));
            shape.inner()
                    .forEach((id, inner) ->
                            places.put(LayoutPositions.sectionKey(one.block().key(), id), inner));
        }
        return places;
    }

    private record Standing(Block block, Shape shape, Point middle) {}

    private static double snapped(double value) {
        return Math.round(value / MapMetrics.GRID) * MapMetrics.GRID;
    }

    private static List<Standing> standing(List<Block> blocks, List<ZoneLink> links) {
        Graph graph = new SingleGraph("zones", false, false);
        SpringBox box = new SpringBox(false, new Random(SEED));
        graph.addSink(box);
        box.addAttributeSink(graph);
        blocks.forEach(block -> graph.addNode(block.key()));
        for (ZoneLink link : links) {
            if (graph.getNode(link.from()) != null && graph.getNode(link.to()) != null) {
                graph.addEdge(link.from() + ">" + link.to(), link.from(), link.to());
            }
        }
        for (int step = 0; step < MOST_STEPS && box.getStabilization() < 0.95; step++) {
            box.compute();
        }
        List<Standing> standing = new ArrayList<>();
        for (Block block : blocks) {
            Object[] xyz = graph.getNode(block.key()).getAttribute("xyz", Object[].class);
            Point middle = xyz == null ? new Point(0, 0) : new Point((double) xyz[0], (double) xyz[1]);
            standing.add(new Standing(block, RowsArranger.mostSquare(block.shapes()), middle));
        }
        return standing;
    }

    /** Returns how many map units a unit of the force layout needs, so that typical zones do not overlap. */
    private static double spread(List<Standing> standing) {
        double area = standing.stream()
                .mapToDouble(one -> one.shape().width() * one.shape().height())
                .sum();
        Box extent = Box.around(standing.stream()
                .map(one -> new Box(one.middle().x(), one.middle().y(), 0, 0))
                .toList());
        return Math.sqrt(area / Math.max(0.01, extent.width() * extent.height()));
    }
}
