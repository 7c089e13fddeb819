package dev.bulkhead.ui.matrix;

import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import javafx.scene.layout.BorderPane;

/** Every published port, and who can reach it. */
public final class PortsTableView extends BorderPane {

    public PortsTableView(MapViewModel model, CanvasActions actions) {
        getStyleClass().add("ports-table");
    }
}
