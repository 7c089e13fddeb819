package dev.bulkhead.ui.canvas.over;

import dev.bulkhead.ui.canvas.card.Icons;
import dev.bulkhead.ui.canvas.model.CommonState;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Note over the map: what most services have in common, so that their cards need not say it. */
public final class MapNote extends HBox {

    /** Makes the note of a map. */
    public MapNote(MapViewModel model) {
        setId("map-note");
        getStyleClass().add("bh-map-note");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinWidth(0);
        setMouseTransparent(true);
        Label words = new Label();
        words.setId("map-note-words");
        words.textProperty()
                .bind(model.commonProperty().map(CommonState::sentence).map(said -> said.orElse("")));
        getChildren().addAll(Icons.of("mdi2i-information-outline", "bh-zoom-icon"), words);
        visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.commonProperty().get().any()
                                && !model.reachModeProperty().get(),
                        model.commonProperty(),
                        model.reachModeProperty()));
    }
}
