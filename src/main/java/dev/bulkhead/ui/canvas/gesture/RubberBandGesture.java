package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.Point;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.input.MouseButton;

/** Gesture that selects the cards a rectangle touches, drawn over the ground; with Shift or Ctrl it adds them to those that are selected. */
final class RubberBandGesture implements Gesture {

    private final MapSurface surface;
    private Point start = new Point(0, 0);

    RubberBandGesture(MapSurface surface) {
        this.surface = surface;
    }

    @Override
    public boolean begins(Press press) {
        boolean card = press.element().filter(ServiceElement.class::isInstance).isPresent();
        boolean begins = press.button() == MouseButton.PRIMARY && !press.space() && !card;
        if (begins) {
            start = press.at();
        }
        return begins;
    }

    @Override
    public void drag(Pointer pointer) {
        surface.feedback().outline(band(pointer.at()));
    }

    @Override
    public void drop(Pointer pointer) {
        Box band = band(pointer.at());
        Set<GraphElement> touched = new HashSet<>();
        for (CardBox card : surface.geometry().cards().values()) {
            if (card.box().overlaps(band)) {
                touched.add(new ServiceElement(card.service()));
            }
        }
        if (pointer.control() || pointer.shift()) {
            touched.addAll(surface.model().selection());
        }
        surface.model().select(touched);
        surface.feedback().clear();
    }

    @Override
    public void cancel() {
        surface.feedback().clear();
    }

    private Box band(Point end) {
        return new Box(
                Math.min(start.x(), end.x()),
                Math.min(start.y(), end.y()),
                Math.abs(start.x() - end.x()),
                Math.abs(start.y() - end.y()));
    }
}
