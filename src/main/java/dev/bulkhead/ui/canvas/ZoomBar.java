package dev.bulkhead.ui.canvas;

import dev.bulkhead.ui.canvas.card.Icons;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.over.Legend;
import dev.bulkhead.ui.words.Words;
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
                        button(
                                "zoom-out",
                                "mdi2m-minus",
                                Words.of("zoombar.smaller-ctrl"),
                                () -> view.zoomBy(1 / 1.25)),
                        percent(view),
                        button("zoom-in", "mdi2p-plus", Words.of("zoombar.larger-ctrl"), () -> view.zoomBy(1.25)),
                        button(
                                "zoom-fit",
                                "mdi2f-fit-to-page-outline",
                                Words.of("zoombar.show-as-much-as-can"),
                                view::fit),
                        button(
                                "arrange",
                                "mdi2v-view-dashboard-outline",
                                Words.of("zoombar.arrange-automatically"),
                                view::arrange),
                        reach(model),
                        legend(legend));
    }

    private static ToggleButton legend(Legend legend) {
        ToggleButton button =
                toggle("legend-button", "mdi2h-help-circle-outline", Words.of("zoombar.what-the-marks-mean-and"));
        legend.visibleProperty().subscribe(button::setSelected);
        button.setOnAction(event -> legend.toggle());
        return button;
    }

    private static ToggleButton reach(MapViewModel model) {
        ToggleButton reach = toggle("reach", "mdi2g-graph-outline", Words.of("zoombar.light-up-whom-the-selected"));
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
        Button percent = button("zoom-reset", "", Words.of("zoombar.show-at-100-ctrl-0"), view::resetZoom);
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
