package dev.bulkhead.ui.canvas.card;

import dev.bulkhead.ui.canvas.model.PortBadge;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Published ports of a card: as many as there is room for, and how many more there are. */
final class PublishedRow extends Region {

    private static final double GAP = 4;
    private static final int MOST = 3;

    private final List<Label> badges;
    private final Label more = badge("");
    private final int count;

    PublishedRow(List<PortBadge> ports) {
        count = ports.size();
        badges = ports.stream().limit(MOST).map(port -> badge(port.text())).toList();
        getChildren().addAll(badges);
        getChildren().add(more);
        more.setText("+" + count);
    }

    private static Label badge(String text) {
        Label badge = new Label(text);
        badge.getStyleClass().add("bh-port");
        return badge;
    }

    @Override
    protected double computePrefWidth(double height) {
        return needed(shownWithin(Double.MAX_VALUE));
    }

    @Override
    protected double computePrefHeight(double width) {
        return more.prefHeight(-1);
    }

    private double needed(int shown) {
        double width = badges.stream()
                .limit(shown)
                .mapToDouble(badge -> badge.prefWidth(-1) + GAP)
                .sum();
        return Math.max(0, width + (shown < count ? more.prefWidth(-1) : -GAP));
    }

    private int shownWithin(double room) {
        int shown = count <= MOST ? count : MOST - 1;
        while (shown > 1 && needed(shown) > room + 0.5) {
            shown--;
        }
        return shown;
    }

    @Override
    protected void layoutChildren() {
        int shown = shownWithin(getWidth());
        String rest = "+" + (count - shown);
        // Set only when it is another text: a label asks for a new layout each time.
        if (!rest.equals(more.getText())) {
            more.setText(rest);
        }
        double x = 0;
        double height = getHeight();
        for (int i = 0; i < badges.size(); i++) {
            Label badge = badges.get(i);
            badge.setVisible(i < shown);
            if (i < shown) {
                double width = Math.min(badge.prefWidth(-1), Math.max(0, getWidth() - x));
                badge.resizeRelocate(x, 0, width, height);
                x += width + GAP;
            }
        }
        // One port and no room for more: the tooltip has them all.
        more.setVisible(shown < count && x + more.prefWidth(-1) <= getWidth() + 0.5);
        more.resizeRelocate(x, 0, more.prefWidth(-1), height);
    }
}
