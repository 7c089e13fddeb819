package dev.bulkhead.ui.lanes;

import dev.bulkhead.ui.lanes.LanesViewModel.Crossing;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;

/** Places on the screen where a hand finds the crossings of lanes. */
public final class LaneHands {

    private LaneHands() {}

    /** Returns the middle of a crossing of the lanes that a node draws; of a name where one of both is empty. */
    public static Point2D spot(Node lanes, String network, String service) {
        return lanes.localToScreen(((LanesGrid) lanes).spot(new Crossing(network, service)));
    }

    /** Returns the services whose columns a node draws. */
    public static List<String> columns(Node lanes) {
        return ((LanesGrid) lanes)
                .shown().columns().stream().map(LaneTable.Column::key).toList();
    }
}
