package dev.bulkhead.layout.address;

import dev.bulkhead.address.plan.SpaceNode;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.address.SpaceBox.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Geometry of the address space: kinds of addresses below each other, pools and networks in them from left to right in
 * the order of their addresses.
 *
 * @param boxes outer blocks before those inside them
 * @param width of the whole picture
 * @param height of the whole picture
 */
public record SpaceGeometry(List<SpaceBox> boxes, double width, double height) {

    public SpaceGeometry {
        boxes = List.copyOf(boxes);
    }

    /**
     * Returns the picture that fits into a width.
     *
     * @param unfolded ids of blocks whose many networks are wanted as cards
     */
    public static SpaceGeometry of(List<SpaceNode> families, Set<String> unfolded, double width) {
        return new Builder(unfolded, width).build(families);
    }

    /** Returns the innermost block at a point. */
    public Optional<SpaceBox> at(double x, double y) {
        return boxes.reversed().stream().filter(b -> b.box().contains(x, y)).findFirst();
    }

    /** Returns the place of a block. */
    public Optional<SpaceBox> box(String id) {
        return boxes.stream().filter(b -> b.node().id().equals(id)).findFirst();
    }

    /** Returns the blocks that can be chosen, in reading order. */
    public List<SpaceBox> stops() {
        return boxes.stream().filter(b -> b.form() != Form.FAMILY).toList();
    }

    private static final class Builder {

        private final Set<String> unfolded;
        private final double width;
        private final List<SpaceBox> boxes = new ArrayList<>();

        Builder(Set<String> unfolded, double width) {
            this.unfolded = unfolded;
            this.width = Math.max(SpaceMetrics.COLUMN + 2 * SpaceMetrics.MARGIN, width);
        }

        SpaceGeometry build(List<SpaceNode> families) {
            double inner = width - 2 * SpaceMetrics.MARGIN;
            double y = SpaceMetrics.MARGIN;
            for (SpaceNode family : families) {
                int index = boxes.size();
                double height = SpaceMetrics.FAMILY_HEAD
                        + flow(family, SpaceMetrics.MARGIN, y + SpaceMetrics.FAMILY_HEAD, inner, 1);
                boxes.add(index, new SpaceBox(family, new Box(SpaceMetrics.MARGIN, y, inner, height), Form.FAMILY, 0));
                y += height + SpaceMetrics.FAMILY_GAP;
            }
            return new SpaceGeometry(boxes, width, y - SpaceMetrics.FAMILY_GAP + SpaceMetrics.MARGIN);
        }

        /** Places the blocks inside one in rows and returns their height. */
        private double flow(SpaceNode parent, double x, double y, double inner, int depth) {
            int columns = columns(inner);
            double column = (inner + SpaceMetrics.GAP) / columns;
            double top = y;
            double rowHeight = 0;
            int used = 0;
            for (SpaceNode child : parent.children()) {
                int span = Math.min(columns, span(child, columns));
                if (used + span > columns) {
                    top += rowHeight + SpaceMetrics.GAP;
                    rowHeight = 0;
                    used = 0;
                }
                double height = place(child, x + used * column, top, span * column - SpaceMetrics.GAP, depth);
                rowHeight = Math.max(rowHeight, height);
                used += span;
            }
            return top + rowHeight - y;
        }

        private static int columns(double inner) {
            return Math.max(1, (int) Math.floor((inner + SpaceMetrics.GAP) / SpaceMetrics.COLUMN));
        }

        /** Returns how many columns a block takes: a card one, a frame what its blocks need. */
        private int span(SpaceNode node, int most) {
            if (node.children().isEmpty()) {
                return 1;
            }
            if (tiled(node)) {
                return most;
            }
            int wanted = 0;
            for (SpaceNode child : node.children()) {
                wanted += span(child, most);
            }
            return Math.min(most, wanted);
        }

        private boolean tiled(SpaceNode node) {
            return node.children().size() > SpaceMetrics.MOST_CARDS && !unfolded.contains(node.id());
        }

        private double place(SpaceNode node, double x, double y, double boxWidth, int depth) {
            if (node.children().isEmpty()) {
                boxes.add(new SpaceBox(node, new Box(x, y, boxWidth, SpaceMetrics.CARD_HEIGHT), Form.CARD, depth));
                return SpaceMetrics.CARD_HEIGHT;
            }
            int index = boxes.size();
            double left = x + SpaceMetrics.PADDING;
            double top = y + SpaceMetrics.FRAME_HEAD;
            double inner = boxWidth - 2 * SpaceMetrics.PADDING;
            boolean tiled = tiled(node);
            double content = tiled ? tiles(node, left, top, inner, depth + 1) : flow(node, left, top, inner, depth + 1);
            double height = SpaceMetrics.FRAME_HEAD + content + SpaceMetrics.PADDING;
            boxes.add(
                    index, new SpaceBox(node, new Box(x, y, boxWidth, height), tiled ? Form.TILED : Form.FRAME, depth));
            return height;
        }

        private double tiles(SpaceNode parent, double x, double y, double inner, int depth) {
            double step = SpaceMetrics.TILE + SpaceMetrics.TILE_GAP;
            int perRow = Math.max(1, (int) Math.floor((inner + SpaceMetrics.TILE_GAP) / step));
            int count = 0;
            for (SpaceNode child : parent.children()) {
                int row = count / perRow;
                Box box = new Box(
                        x + (count - row * perRow) * step, y + row * step, SpaceMetrics.TILE, SpaceMetrics.TILE);
                boxes.add(new SpaceBox(child, box, Form.TILE, depth));
                count++;
            }
            return Math.ceilDiv(count, perRow) * step - SpaceMetrics.TILE_GAP;
        }
    }
}
