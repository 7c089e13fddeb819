package dev.bulkhead.ui.canvas.over;

import dev.bulkhead.ui.canvas.card.Icons;
import dev.bulkhead.ui.canvas.model.Lights;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** Bar over the map while it shows reach: which way, how many, how many break a rule. */
public final class ReachBar extends HBox {

    private static final String ASK = Words.of("reachbar.select-a-service-to-see");

    /** Makes the bar for a map. */
    public ReachBar(MapViewModel model) {
        setId("reach-bar");
        getStyleClass().add("bh-reach-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        // A click beside a button must not reach the map below.
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        Label words = new Label();
        words.setId("reach-bar-words");
        words.getStyleClass().add("bh-reach-bar-words");
        words.setMinWidth(USE_PREF_SIZE);
        words.textProperty()
                .bind(model.lightsProperty()
                        .map(lights -> lights.map(Lights::words).orElse(ASK)));
        Button close = new Button();
        close.setId("reach-bar-close");
        close.getStyleClass().add("bh-zoom-button");
        close.setGraphic(Icons.of("mdi2c-close", "bh-zoom-icon"));
        close.setAccessibleText(Words.of("reachbar.leave-the-reach-mode"));
        close.setTooltip(new Tooltip(Words.of("reachbar.leave-the-reach-mode-ctrl")));
        close.setOnAction(event -> model.reachModeProperty().set(false));
        HBox ways = new HBox();
        ToggleGroup group = new ToggleGroup();
        for (Lights.Direction direction : Lights.Direction.values()) {
            ToggleButton way = new ToggleButton(direction.words());
            way.setId("reach-bar-" + direction.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            way.getStyleClass().add("bh-reach-way");
            way.setToggleGroup(group);
            way.setMinWidth(USE_PREF_SIZE);
            way.setOnAction(event -> {
                model.directionProperty().set(direction);
                way.setSelected(true);
            });
            model.directionProperty().subscribe(now -> way.setSelected(now == direction));
            ways.getChildren().add(way);
        }
        getChildren().addAll(ways, words, close);
        visibleProperty().bind(model.reachModeProperty());
        managedProperty().bind(visibleProperty());
    }
}
