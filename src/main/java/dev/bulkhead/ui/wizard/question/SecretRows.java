package dev.bulkhead.ui.wizard.question;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Rows of secrets as high as they are, or in a pane that scrolls where there are many: the page keeps its room. */
final class SecretRows {

    private static final int MOST = 3;
    private static final double ROW = 42;

    private SecretRows() {}

    static Node of(VBox rows) {
        rows.setMinHeight(VBox.USE_PREF_SIZE);
        if (rows.getChildren().size() <= MOST) {
            return rows;
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(MOST * ROW);
        scroll.setMaxHeight(MOST * ROW);
        scroll.getStyleClass().add("bh-page-scroll");
        return scroll;
    }
}
