package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.ui.canvas.card.Detail;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.layout.Region;

/** Faint grid of dots behind the map, which moves with it; its picture comes from the style sheet. */
final class Backdrop extends Region {

    private static final double GRID = 24;

    /** Where no graphics card draws, the dots take more of a frame than all cards together. */
    private static final boolean PAINTED = Platform.isSupported(ConditionalFeature.SCENE3D);

    Backdrop() {
        getStyleClass().add("bh-backdrop");
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Covers what is seen, snapped to the grid so that the dots stand still on the map. */
    void cover(Box seen, Detail detail) {
        setVisible(PAINTED && detail == Detail.NEAR);
        if (!isVisible()) {
            return;
        }
        double x = Math.floor(seen.x() / GRID) * GRID;
        double y = Math.floor(seen.y() / GRID) * GRID;
        double width = Math.ceil((seen.right() - x) / GRID) * GRID;
        double height = Math.ceil((seen.bottom() - y) / GRID) * GRID;
        resizeRelocate(x, y, width, height);
    }
}
