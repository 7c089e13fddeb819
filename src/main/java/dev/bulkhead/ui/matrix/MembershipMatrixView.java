package dev.bulkhead.ui.matrix;

import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import javafx.scene.layout.BorderPane;

/** Services by networks; a click joins or leaves. */
public final class MembershipMatrixView extends BorderPane {

    public MembershipMatrixView(MapViewModel model, CanvasActions actions) {
        getStyleClass().add("membership-matrix");
    }
}
