package dev.bulkhead.ui.address;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.address.Ink;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Swatches: colours of the style sheets for the picture, which has no nodes of its own: one unseen region for each. */
final class SpaceSwatches extends Group {

    private final Map<Ink, Region> regions = new HashMap<>();

    /**
     * Makes the regions.
     *
     * @param changed called when a colour may have changed, for instance with the theme
     */
    SpaceSwatches(Runnable changed) {
        setVisible(false);
        setManaged(false);
        for (Tint tint : Tint.values()) {
            regions.put(new Ink.OfTint(tint), region("bh-swatch", tint.styleClass()));
        }
        for (Ink.Tone tone : Ink.Tone.values()) {
            regions.put(tone, region(tone.styleClass()));
        }
        regions.values().forEach(region -> {
            getChildren().add(region);
            region.backgroundProperty().addListener((property, old, now) -> changed.run());
        });
    }

    private static Region region(String... styles) {
        Region region = new Region();
        region.getStyleClass().add("bh-reach-swatch");
        region.getStyleClass().addAll(styles);
        return region;
    }

    Color of(Ink ink) {
        Region region = regions.get(ink);
        Background background = region == null ? null : region.getBackground();
        return background != null
                        && !background.getFills().isEmpty()
                        && background.getFills().getFirst().getFill() instanceof Color colour
                ? colour
                : Color.GRAY;
    }
}
