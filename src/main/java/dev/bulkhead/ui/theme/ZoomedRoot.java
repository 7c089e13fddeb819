package dev.bulkhead.ui.theme;

import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Root of a scene that draws what it holds larger, so that letters grow and nothing that holds them is cut, and a ring around what
 * the keys act on.
 */
public final class ZoomedRoot extends Region {

    private final Region content;
    private final Scale scale = new Scale(1, 1);

    /** Shows something as large as a number says, 1 for as it is. */
    public ZoomedRoot(Region content, ObservableDoubleValue factor) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().addAll(content, new FocusRing());
        factor.subscribe(now -> {
            scale.setX(now.doubleValue());
            scale.setY(now.doubleValue());
            requestLayout();
        });
    }

    @Override
    protected void layoutChildren() {
        Insets around = getInsets();
        content.resizeRelocate(
                around.getLeft(), around.getTop(), getWidth() / scale.getX(), getHeight() / scale.getY());
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height) * scale.getX();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width) * scale.getY();
    }
}
