package dev.bulkhead.ui.status;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Pane of cards in as many columns as have room, each card in the column that is shortest so far. */
final class CardColumns extends Pane {

    private static final double GAP = 12;

    private final double least;
    private final int most;

    /**
     * Lays cards out.
     *
     * @param least how wide a column is at least, where there are several
     * @param most how many columns there are at most
     */
    CardColumns(double least, int most, List<Node> cards) {
        this.least = least;
        this.most = most;
        setMinWidth(0);
        getChildren().setAll(cards);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        int room = (int) ((width + GAP) / (least + GAP));
        return Math.max(1, Math.min(Math.min(most, getChildren().size()), room));
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? least : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return least;
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    /** Returns the height of the highest column. */
    private double place(double width, boolean move) {
        int columns = columns(width);
        double each = Math.floor((width - GAP * (columns - 1)) / columns);
        double[] heights = new double[columns];
        for (Node card : getManagedChildren()) {
            int shortest = 0;
            for (int i = 1; i < columns; i++) {
                if (heights[i] < heights[shortest]) {
                    shortest = i;
                }
            }
            double height = Math.ceil(card.prefHeight(each));
            if (move) {
                card.resizeRelocate(shortest * (each + GAP), heights[shortest], each, height);
            }
            heights[shortest] += height + GAP;
        }
        return Math.max(0, Arrays.stream(heights).max().orElse(0) - GAP);
    }
}
