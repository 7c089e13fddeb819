package dev.bulkhead.ui.theme;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Short ways to make the few kinds of nodes that every panel needs. */
public final class Nodes {

    private Nodes() {}

    /** Returns a label with style classes. */
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Returns a label that breaks its lines. */
    public static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Returns a heading of a section, as side panels have them. */
    public static Label heading(String text) {
        return label(text.toUpperCase(Locale.ROOT), "section-heading");
    }

    /** Returns a row. */
    public static HBox row(String style, Node... children) {
        HBox box = new HBox(children);
        box.getStyleClass().add(style);
        return box;
    }

    /** Returns a column. */
    public static VBox column(String style, Node... children) {
        VBox box = new VBox(children);
        box.getStyleClass().add(style);
        return box;
    }

    /** Returns empty space that takes what is left in a row. */
    public static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    /** Returns a small round mark. */
    public static Region dot(String... styles) {
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        dot.getStyleClass().addAll(styles);
        return dot;
    }

    /** Shows or hides a node, giving its space away while it is hidden. */
    public static void present(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
