package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.HostFrame;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.ZonePlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Arranger of blocks by host: what stands on one host in a column, columns side by side, and below them what lies across hosts, with
 * the cards of each host under its column.
 */
final class HostsArranger {

    private final BlockHosts hosts;
    private final double gap;
    private final Map<String, ZonePlace> places = new HashMap<>();
    private final SequencedMap<String, Column> columns = new LinkedHashMap<>();

    private HostsArranger(BlockHosts hosts, double gap) {
        this.hosts = hosts;
        this.gap = gap;
    }

    /** Part of the map that belongs to a host. */
    private record Column(double x, double width) {

        double right() {
            return x + width;
        }
    }

    static Map<String, ZonePlace> arrange(List<? extends Block> blocks, BlockHosts hosts, double gap, double aspect) {
        HostsArranger arranger = new HostsArranger(hosts, gap);
        List<? extends Block> across =
                blocks.stream().filter(block -> hosts.of(block).isEmpty()).toList();
        double bottom = arranger.columns(blocks, across, aspect);
        for (Block block : across.stream()
                .sorted(Comparator.comparing((Block block) -> !(block instanceof SectionedBlock))
                        .thenComparing(Block::empty))
                .toList()) {
            bottom = arranger.across(block, bottom);
        }
        return arranger.places;
    }

    /** Places what stands on one host; returns where the rest begins. */
    private double columns(List<? extends Block> blocks, List<? extends Block> across, double aspect) {
        double x = 0;
        double lowest = 0;
        for (String host : hosts.order()) {
            List<? extends Block> here = blocks.stream()
                    .filter(block -> hosts.of(block).filter(host::equals).isPresent())
                    .toList();
            double least = across.stream()
                    .flatMap(block -> section(block, host).stream())
                    .mapToDouble(section -> section.shapes().getFirst().width())
                    .max()
                    .orElse(0);
            if (here.isEmpty() && least == 0) {
                continue;
            }
            Map<String, ZonePlace> own =
                    RowsArranger.arrange(here, gap, aspect / hosts.order().size());
            Box box = Box.around(BlockPlacement.outer(own).values().stream()
                    .map(ZonePlace::box)
                    .toList());
            places.putAll(BlockPlacement.moved(own, x - box.x(), -box.y()));
            columns.put(host, new Column(x, Math.max(box.width(), least)));
            x = columns.lastEntry().getValue().right() + 2 * HostFrame.PADDING + HostFrame.GAP;
            lowest = Math.max(lowest, box.height());
        }
        return lowest == 0 ? 0 : lowest + gap;
    }

    private Optional<GridBlock> section(Block block, String host) {
        return block instanceof SectionedBlock sectioned
                ? sectioned.sections().stream()
                        .filter(one ->
                                hosts.ofSection(one.key()).filter(host::equals).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /** Places a block below all columns; returns where the next begins. */
    private double across(Block block, double y) {
        if (columns.isEmpty()) {
            Shape shape = RowsArranger.mostSquare(block.shapes());
            return put(block, new Box(0, y, shape.width(), shape.height()), shape);
        }
        double left = columns.firstEntry().getValue().x();
        double right = columns.lastEntry().getValue().right();
        if (!(block instanceof SectionedBlock sectioned)) {
            Shape shape = RowsArranger.widestWithin(block.shapes(), right - left);
            return put(block, new Box(left, y, Math.max(shape.width(), right - left), shape.height()), shape);
        }
        return put(sectioned, y);
    }

    private double put(SectionedBlock block, double y) {
        List<String> under = columns.keySet().stream()
                .filter(host -> section(block, host).isPresent())
                .toList();
        double padding = block.metrics().padding();
        Column first = under.isEmpty() ? columns.firstEntry().getValue() : column(under.getFirst());
        Column last = under.isEmpty() ? columns.lastEntry().getValue() : column(under.getLast());
        double left = first.x() - padding;
        double width = Math.max(block.minWidth(), last.right() + padding - left);
        Map<String, ZonePlace> inner = new HashMap<>();
        double bottom = block.header();
        for (String host : under) {
            GridBlock section = section(block, host).orElseThrow();
            Shape shape =
                    RowsArranger.widestWithin(section.shapes(), column(host).width());
            Box box = new Box(
                    column(host).x() - left, block.header(), column(host).width(), shape.height());
            inner.put(section.key(), ZonePlace.of(box, shape.columns(), false));
            bottom = Math.max(bottom, box.bottom());
        }
        List<GridBlock> rest = new ArrayList<>(block.sections());
        rest.removeIf(section -> inner.containsKey(section.key()));
        for (GridBlock section : rest) {
            double room = width - 2 * padding;
            Shape shape = RowsArranger.widestWithin(section.shapes(), room);
            double below = bottom > block.header() ? bottom + block.metrics().cardGap() : bottom;
            Box box = new Box(padding, below, room, shape.height());
            inner.put(section.key(), ZonePlace.of(box, shape.columns(), false));
            bottom = box.bottom();
        }
        return put(block, new Box(left, y, width, bottom + padding), new Shape(1, width, bottom + padding, inner));
    }

    private Column column(String host) {
        return Objects.requireNonNull(columns.get(host));
    }

    private double put(Block block, Box box, Shape shape) {
        places.put(block.key(), ZonePlace.of(box, shape.columns(), false));
        shape.inner().forEach((id, place) -> places.put(LayoutPositions.sectionKey(block.key(), id), place));
        return box.bottom() + gap;
    }
}
