package dev.bulkhead.ui.canvas;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;
import javafx.collections.SetChangeListener;

/** Watch over what the map shows: which changes touch one element, which the whole picture, which where everything stands. */
final class ModelWatch {

    private final MapViewModel model;

    ModelWatch(MapViewModel model) {
        this.model = model;
    }

    /**
     * Tells changes from now on.
     *
     * @param redraw told an element that has another look
     * @param refresh told that something over the whole picture changed
     * @param stale told that everything may stand elsewhere or say something else
     */
    void tell(Consumer<GraphElement> redraw, Runnable refresh, Runnable stale) {
        model.geometry().addListener((InvalidationListener) changed -> stale.run());
        model.live().addListener((MapChangeListener<String, Object>)
                change -> redraw.accept(Element.service(change.getKey())));
        model.subnets().addListener((MapChangeListener<String, String>)
                change -> redraw.accept(Element.network(change.getKey())));
        // Its lock is drawn at a network, and told at each of its members.
        model.internalsProperty().addListener((property, old, now) -> stale.run());
        model.problems().addListener((MapChangeListener<GraphElement, Object>) change -> {
            redraw.accept(change.getKey());
            refresh.run();
        });
        model.differences().addListener((MapChangeListener<GraphElement, Object>) change -> {
            redraw.accept(change.getKey());
            refresh.run();
        });
        model.hostsProperty().addListener((property, old, now) -> stale.run());
        model.commonProperty().addListener((property, old, now) -> {
            // How most are changes what every card has to say.
            stale.run();
        });
        model.selection().addListener((SetChangeListener<GraphElement>) change -> refresh.run());
        model.lightsProperty().subscribe(lights -> refresh.run());
    }
}
