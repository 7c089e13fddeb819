package dev.bulkhead.ui.canvas.motion;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;

/** How far things on the map are from where they stood, by their keys. */
public final class Shifts {

    /** No way at all. */
    public static final Point NONE = new Point(0, 0);

    /** More than that are not followed by the eye, and cost frames. */
    private static final int MOST = 300;

    private Shifts() {}

    /** Returns the way back from each box to where it was before; empty where too many moved. */
    public static <T> Map<String, Point> of(Map<String, T> before, Map<String, T> after, Function<T, Box> box) {
        Map<String, Point> shifts = new HashMap<>();
        before.forEach((key, was) -> {
            T now = after.get(key);
            if (now != null) {
                double dx = box.apply(was).x() - box.apply(now).x();
                double dy = box.apply(was).y() - box.apply(now).y();
                if (dx != 0 || dy != 0) {
                    shifts.put(key, new Point(dx, dy));
                }
            }
        });
        return shifts.size() > MOST ? Map.of() : Map.copyOf(shifts);
    }

    /** Shows a node so far on its way. */
    public static void show(Node node, Point by, double done) {
        node.setTranslateX(by.x() * (1 - done));
        node.setTranslateY(by.y() * (1 - done));
    }
}
