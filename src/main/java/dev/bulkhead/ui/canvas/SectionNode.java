package dev.bulkhead.ui.canvas;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Titled part of a large zone. */
final class SectionNode extends Region {

    private final Label title = new Label();

    SectionNode() {
        getStyleClass().add("bh-section");
        title.getStyleClass().add("bh-section-title");
        setMouseTransparent(true);
        getChildren().add(title);
    }

    void show(String text, Detail detail) {
        title.setText(text);
        title.setVisible(detail == Detail.NEAR);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = title.prefHeight(-1);
        title.resizeRelocate(14, Math.rint(15 - height / 2), Math.max(10, getWidth() - 28), height);
    }
}
