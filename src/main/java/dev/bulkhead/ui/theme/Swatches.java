package dev.bulkhead.ui.theme;

import dev.bulkhead.layout.Tint;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Swatches: colours of the style sheets for a drawing that has no nodes of its own: one unseen region for each. */
public final class Swatches extends Group {

    private final Map<String, Region> regions = new HashMap<>();

    /**
     * Makes the regions: those of all tints, and more.
     *
     * @param styles style classes whose background is the colour; several of one region with spaces between
     * @param changed called when a colour may have changed, for instance with the theme
     */
    public Swatches(Collection<String> styles, Runnable changed) {
        setVisible(false);
        setManaged(false);
        Stream.concat(Stream.of(Tint.values()).map(Swatches::style), styles.stream())
                .forEach(style -> regions.put(style, region(style)));
        regions.values().forEach(region -> {
            getChildren().add(region);
            region.backgroundProperty().addListener((property, old, now) -> changed.run());
        });
    }

    private static String style(Tint tint) {
        return "bh-swatch " + tint.styleClass();
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add("bh-reach-swatch");
        region.getStyleClass().addAll(style.split(" ", -1));
        return region;
    }

    /** Returns the colour of a tint. */
    public Color of(Tint tint) {
        return of(style(tint));
    }

    /** Returns the colour of what was asked for; grey until the style sheets were read. */
    public Color of(String style) {
        Region region = regions.get(style);
        Background background = region == null ? null : region.getBackground();
        return background != null
                        && !background.getFills().isEmpty()
                        && background.getFills().getFirst().getFill() instanceof Color colour
                ? colour
                : Color.GRAY;
    }
}
