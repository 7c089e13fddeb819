package dev.bulkhead.ui.lanes;

import atlantafx.base.theme.Styles;
import dev.bulkhead.layout.Picture;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.words.Words;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** Switch between the two pictures. */
final class PictureSwitch extends HBox {

    PictureSwitch(PictureViewModel model, SightViewModel sight) {
        getStyleClass().add("bh-picture-switch");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        // A click beside a button must not reach the picture below.
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        ToggleGroup group = new ToggleGroup();
        ToggleButton zones = button(Words.of("pictureswitch.zones"), Picture.ZONES, Glyph.ZONES, "left-pill", model);
        ToggleButton lanes = button(Words.of("pictureswitch.lanes"), Picture.LANES, Glyph.LANES, "right-pill", model);
        group.getToggles().addAll(zones, lanes);
        Runnable light = () -> group.selectToggle(model.shownProperty().get() == Picture.ZONES ? zones : lanes);
        model.shownProperty().subscribe(shown -> light.run());
        // A click on the one that is lit would put it out.
        group.selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null) {
                light.run();
            }
        });
        getChildren().addAll(zones, lanes, filter(sight));
    }

    private static ToggleButton filter(SightViewModel sight) {
        ToggleButton filter = new ToggleButton("", Glyph.FILTER.icon());
        filter.getStyleClass().addAll(Styles.BUTTON_ICON, "bh-filter-button");
        filter.setFocusTraversable(false);
        filter.setAccessibleText(Words.of("pictureswitch.filter-choose-what-to-look"));
        filter.setTooltip(new Tooltip(Words.of("pictureswitch.choose-what-to-look-at")));
        filter.selectedProperty().bindBidirectional(sight.choosingProperty());
        return filter;
    }

    private static ToggleButton button(
            String words, Picture picture, Glyph glyph, String pill, PictureViewModel model) {
        ToggleButton button = new ToggleButton(words, glyph.icon());
        button.setId("picture-" + picture.text());
        button.getStyleClass().add(pill);
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(
                picture == Picture.ZONES
                        ? Words.of("pictureswitch.networks-as-zones-services-as")
                        : Words.of("pictureswitch.networks-as-lines-services-as")));
        button.setOnAction(event -> model.choose(picture));
        return button;
    }
}
