package dev.bulkhead.ui.canvas;

import dev.bulkhead.ui.canvas.model.MapViewModel;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** Buttons for the zoom in the map's corner. */
final class ZoomBar extends HBox {

    ZoomBar(MapView view, MapViewModel model) {
        getStyleClass().add("bh-zoom-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        // A click beside a button must not reach the map below.
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        getChildren()
                .addAll(
                        button("zoom-out", "mdi2m-minus", "Smaller (Ctrl+-)", () -> view.zoomBy(1 / 1.25)),
                        percent(view),
                        button("zoom-in", "mdi2p-plus", "Larger (Ctrl++)", () -> view.zoomBy(1.25)),
                        button("zoom-fit", "mdi2f-fit-to-page-outline", "Show everything (F)", view::fit),
                        button("arrange", "mdi2v-view-dashboard-outline", "Arrange automatically", view::arrange),
                        reach(model));
    }

    private static ToggleButton reach(MapViewModel model) {
        ToggleButton reach = new ToggleButton();
        reach.setId("map-reach");
        reach.getStyleClass().add("bh-zoom-button");
        reach.setFocusTraversable(false);
        reach.setGraphic(Icons.of("mdi2g-graph-outline", "bh-zoom-icon"));
        String words = "Light up whom the selected service reaches (Ctrl+Shift+R)";
        reach.setAccessibleText(words);
        reach.setTooltip(new Tooltip(words));
        reach.selectedProperty().bindBidirectional(model.reachModeProperty());
        return reach;
    }

    private static Button percent(MapView view) {
        Button percent = button("zoom-reset", "", "Show at 100 % (Ctrl+0)", view::resetZoom);
        percent.setGraphic(null);
        percent.getStyleClass().add("bh-zoom-percent");
        percent.textProperty().bind(view.zoomProperty().multiply(100).asString("%.0f %%"));
        return percent;
    }

    private static Button button(String id, String icon, String words, Runnable action) {
        Button button = new Button();
        button.setId("map-" + id);
        button.getStyleClass().add("bh-zoom-button");
        button.setFocusTraversable(false);
        if (!icon.isEmpty()) {
            button.setGraphic(Icons.of(icon, "bh-zoom-icon"));
        }
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(event -> action.run());
        return button;
    }
}
