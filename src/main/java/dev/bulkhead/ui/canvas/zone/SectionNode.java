package dev.bulkhead.ui.canvas.zone;

import dev.bulkhead.ui.canvas.card.Detail;
import dev.bulkhead.ui.canvas.card.Enlarged;
import dev.bulkhead.ui.canvas.card.Legibility;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Titled part of a large zone. */
public final class SectionNode extends Region {

    private final Label title = new Label();
    private Legibility legibility = Legibility.FULL;

    /** Makes a part of a zone, which shows nothing yet. */
    public SectionNode() {
        getStyleClass().add("bh-section");
        title.getStyleClass().add("bh-section-title");
        setMouseTransparent(true);
        getChildren().add(title);
        title.setCache(true);
    }

    /** Shows its title as it can be read. */
    public void show(String text, Legibility read) {
        title.setText(text);
        title.setVisible(read.detail() == Detail.NEAR);
        if (!read.equals(legibility)) {
            legibility = read;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        Enlarged.left(title, legibility.smallFactor(), 14, 15, getWidth() - 28);
    }
}
