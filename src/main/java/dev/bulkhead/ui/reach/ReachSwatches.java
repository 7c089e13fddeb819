package dev.bulkhead.ui.reach;

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

/** Swatches: colours of the style sheets for a drawing that has no nodes of its own: one unseen region for each. */
final class ReachSwatches extends Group {

    private final Map<ReachKind, Region> kinds = new EnumMap<>(ReachKind.class);
    private final Map<Tint, Region> tints = new EnumMap<>(Tint.class);
    private final Map<String, Region> others = new HashMap<>();

    /**
     * Makes the regions.
     *
     * @param changed called when a colour may have changed, for instance with the theme
     */
    ReachSwatches(Runnable changed) {
        setVisible(false);
        setManaged(false);
        for (ReachKind kind : ReachKind.values()) {
            kinds.put(kind, region(kind.styleClass()));
        }
        for (Tint tint : Tint.values()) {
            tints.put(tint, region("bh-swatch", tint.styleClass()));
        }
        for (String name : List.of(
                "bh-reach-ink",
                "bh-reach-quiet",
                "bh-reach-line",
                "bh-reach-mark",
                "bh-reach-chosen",
                "bh-reach-broken")) {
            others.put(name, region(name));
        }
        getChildren().addAll(kinds.values());
        getChildren().addAll(tints.values());
        getChildren().addAll(others.values());
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

    Paint of(ReachKind kind) {
        return paint(kinds.get(kind));
    }

    Paint of(Tint tint) {
        return paint(tints.get(tint));
    }

    Paint of(String name) {
        return paint(others.get(name));
    }

    private static Paint paint(@org.jspecify.annotations.Nullable Region region) {
        Background background = region == null ? null : region.getBackground();
        return background == null || background.getFills().isEmpty()
                ? Color.GRAY
                : background.getFills().getFirst().getFill();
    }
}
