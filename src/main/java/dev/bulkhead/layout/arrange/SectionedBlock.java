package dev.bulkhead.layout.arrange;

import dev.bulkhead.layout.Arrangement;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.MapMetrics;
import dev.bulkhead.layout.ZonePlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A large zone whose cards stand in titled sections.
 *
 * @param sections in the order they are shown
 * @param header height of the zone's title
 * @param remembered places of sections to keep, by section id, relative to the zone's corner
 */
public record SectionedBlock(
        String key,
        boolean apart,
        List<GridBlock> sections,
        double minWidth,
        double header,
        MapMetrics metrics,
        Map<String, ZonePlace> remembered)
        implements Block {

    private static final double[] ASPECTS = {0.7, 1.0, 1.4, 1.9, 2.6, 3.6, 5.0, 8.0};

    @Override
    public boolean empty() {
        return false;
    }

    @Override
    public List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        for (double aspect : ASPECTS) {
            shapes.add(around(RowsArranger.arrange(sections, metrics.cardGap(), aspect)));
        }
        shapes.sort(Comparator.comparingDouble(Shape::width).thenComparingDouble(Shape::height));
        return shapes;
    }

    @Override
    public Shape keeping(ZonePlace place) {
        Map<String, ZonePlace> settled = BlockPlacement.settle(
                sections, remembered, metrics.cardGap(), Arrangement.ROWS, List.of(), 1.5, BlockHosts.NONE);
        boolean fresh = settled.keySet().stream().noneMatch(remembered::containsKey);
        return fresh ? around(settled) : measured(settled);
    }

    @Override
    public Optional<Shape> wider(ZonePlace place) {
        return Optional.empty();
    }

    private Shape around(Map<String, ZonePlace> places) {
        return measured(BlockPlacement.moved(places, metrics.padding(), header));
    }

    private Shape measured(Map<String, ZonePlace> places) {
        Box box = Box.around(places.values().stream().map(ZonePlace::box).toList());
        int columns =
                places.values().stream().mapToInt(ZonePlace::columns).max().orElse(1);
        return new Shape(
                columns, Math.max(minWidth, box.right() + metrics.padding()), box.bottom() + metrics.padding(), places);
    }
}
