package dev.bulkhead.ui.canvas;

import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import javafx.scene.layout.StackPane;

/** The map as a node; it brings its own style sheet. */
public final class MapView extends StackPane {

    private final MapViewModel model;
    private final CanvasActions actions;

    public MapView(MapViewModel model, CanvasActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("map-view");
        getStylesheets().add(MapView.class.getResource("canvas.css").toExternalForm());
        setAccessibleText("Map of networks and services");
    }

    /** Shows the whole map. */
    public void fit() {}

    /** Enlarges or shrinks around the middle of what is seen. */
    public void zoomBy(double factor) {}

    /** Shows the map at 100 %. */
    public void resetZoom() {}

    /** Arranges everything anew, except what the operator placed. */
    public void arrange() {
        actions.savePositions(model.positionsProperty().get());
    }
}
