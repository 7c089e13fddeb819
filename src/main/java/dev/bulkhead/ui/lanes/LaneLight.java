package dev.bulkhead.ui.lanes;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Light on the lanes: what is shown stronger.
 *
 * @param service the lit column
 * @param lanes networks that are lit
 * @param neighbours services on those
 */
record LaneLight(Optional<String> service, Set<String> lanes, Set<String> neighbours) {

    LaneLight {
        lanes = Set.copyOf(lanes);
        neighbours = Set.copyOf(neighbours);
    }

    static LaneLight of(LanesViewModel model) {
        LaneTable table = model.tableProperty().get();
        Optional<String> service = model.lit();
        Set<String> lanes = new HashSet<>();
        Set<String> neighbours = new HashSet<>();
        // Who shares another's networks is on them with it.
        Optional<String> member = service.map(key -> {
            int column = table.columnOf(key);
            return column < 0 ? key : table.column(column).owner().orElse(key);
        });
        for (LaneTable.Lane lane : table.lanes()) {
            if (member.filter(lane.names()::contains).isPresent()
                    || model.litNetwork().filter(lane.key()::equals).isPresent()) {
                lanes.add(lane.key());
                neighbours.addAll(lane.names());
            }
        }
        return new LaneLight(service, lanes, neighbours);
    }
}
