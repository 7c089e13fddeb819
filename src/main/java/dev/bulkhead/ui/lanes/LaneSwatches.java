package dev.bulkhead.ui.lanes;

import dev.bulkhead.layout.Tint;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/** Swatches: colours of the style sheets for the lanes, which have no nodes of their own: one unseen region for each. */
final class LaneSwatches extends Group {

    private final Map<Tint, Region> tints = new EnumMap<>(Tint.class);
    private final Map<Tint, Region> bands = new EnumMap<>(Tint.class);
    private final Map<String, Region> tones = new HashMap<>();

    /**
     * Makes the regions.
     *
     * @param changed called when a colour may have changed, for instance with the theme
     */
    LaneSwatches(Runnable changed) {
        setVisible(false);
        setManaged(false);
        for (Tint tint : Tint.values()) {
            tints.put(tint, region("bh-swatch", tint.styleClass()));
            bands.put(tint, region("bh-lane-band", tint.styleClass()));
        }
        for (String tone : List.of(
                "bh-lane-ink",
                "bh-lane-quiet",
                "bh-lane-hair",
                "bh-lane-accent",
                "bh-lane-column",
                "bh-lane-paper",
                "bh-lane-amber",
                "bh-lane-red")) {
            tones.put(tone, region(tone));
        }
        getChildren().addAll(tints.values());
        getChildren().addAll(bands.values());
        getChildren().addAll(tones.values());
        getChildren()
                .forEach(node ->
                        ((Region) node).backgroundProperty().addListener((property, old, now) -> changed.run()));
    }

    private static Region region(String... styles) {
        Region region = new Region();
        region.getStyleClass().add("bh-reach-swatch");
        region.getStyleClass().addAll(styles);
        return region;
    }

    Paint tier(Tint tint) {
        return paint(tints.get(tint));
    }

    Paint band(Tint tint) {
        return paint(bands.get(tint));
    }

    Paint tone(String name) {
        return paint(tones.get("bh-lane-" + name));
    }

    private static Paint paint(@Nullable Region region) {
        Background background = region == null ? null : region.getBackground();
        return background == null || background.getFills().isEmpty()
                ? Color.GRAY
                : background.getFills().getFirst().getFill();
    }
}
