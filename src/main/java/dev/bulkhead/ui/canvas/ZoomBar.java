package dev.bulkhead.ui.canvas;

import dev.bulkhead.ui.canvas.card.Icons;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.over.Legend;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** Buttons for the zoom in the map's corner. */
final class ZoomBar extends HBox {

    ZoomBar(MapView view, MapViewModel model, Legend legend) {
        getStyleClass().add("bh-zoom-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        // A click beside a button must not reach the map below.
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        getChildren()
                .addAll(
                        button("zoom-out", "mdi2m-minus", "Smaller (Ctrl+-)", () -> view.zoomBy(1 / 1.25)),
                        percent(view),
                        button("zoom-in", "mdi2p-plus", "Larger (Ctrl++)", () -> view.zoomBy(1.25)),
                        button(
                                "zoom-fit",
                                "mdi2f-fit-to-page-outline",
                                "Show as much as can be read (F); again: everything",
                                view::fit),
                        button("arrange", "mdi2v-view-dashboard-outline", "Arrange automatically", view::arrange),
                        reach(model),
                        legend(legend));
    }

    private static ToggleButton legend(Legend legend) {
        ToggleButton button =
                toggle("legend-button", "mdi2h-help-circle-outline", "What the marks mean, and what differs (L)");
        legend.visibleProperty().subscribe(button::setSelected);
        button.setOnAction(event -> legend.toggle());
        return button;
    }

    private static ToggleButton reach(MapViewModel model) {
        ToggleButton reach =
                toggle("reach", "mdi2g-graph-outline", "Light up whom the selected service reaches (Ctrl+Shift+R)");
        reach.selectedProperty().bindBidirectional(model.reachModeProperty());
        return reach;
    }

    private static ToggleButton toggle(String id, String icon, String words) {
        ToggleButton button = new ToggleButton();
        button.setId("map-" + id);
        button.getStyleClass().add("bh-zoom-button");
        button.setFocusTraversable(false);
        button.setGraphic(Icons.of(icon, "bh-zoom-icon"));
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
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
