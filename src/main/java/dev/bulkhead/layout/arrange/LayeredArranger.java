package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.ZonePlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Arranger of blocks in layers from left to right with ELK, so that linked ones stand beside each other. */
final class LayeredArranger {

    private LayeredArranger() {}

    static Map<String, ZonePlace> arrange(List<Block> blocks, List<ZoneLink> links, double gap) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, gap);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, gap);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, gap);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        Map<String, ElkNode> nodes = new HashMap<>();
        List<Standing> standing = new ArrayList<>();
        for (Block block : blocks) {
            Shape shape = RowsArranger.mostSquare(block.shapes());
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(shape.width(), shape.height());
            nodes.put(block.key(), node);
            standing.add(new Standing(block, shape, node));
        }
        for (ZoneLink link : links) {
            ElkNode from = nodes.get(link.from());
            ElkNode to = nodes.get(link.to());
            if (from != null && to != null) {
                ElkGraphUtil.createSimpleEdge(from, to);
            }
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        Map<String, ZonePlace> places = new HashMap<>();
        for (Standing one : standing) {
            Shape shape = one.shape();
            String key = one.block().key();
            double x = Math.round(one.node().getX());
            double y = Math.round(one.node().getY());
            places.put(key, ZonePlace.of(new Box(x, y, shape.width(), shape.height()), shape.columns(), false));
            shape.inner().forEach((id, inner) -> places.put(LayoutPositions.sectionKey(key, id), inner));
        }
        return places;
    }

    private record Standing(Block block, Shape shape, ElkNode node) {}
}
