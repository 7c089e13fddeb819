package dev.bulkhead.ui.theme;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Factory of the few kinds of nodes that every panel needs. */
public final class Nodes {

    /** Pixels that a click on a bar's arrow scrolls a drawing. */
    private static final double SCROLLED_AT_ONCE = 24;

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

    /**
     * Sets up a bar that scrolls a drawing.
     *
     * @param most how far it can be scrolled, in pixels
     * @param seen how much of it is seen
     */
    public static void bar(ScrollBar bar, boolean shown, double most, double seen) {
        bar.setVisible(shown);
        bar.setMax(most);
        bar.setVisibleAmount(most <= 0 ? 1 : most * seen / (seen + most));
        bar.setUnitIncrement(SCROLLED_AT_ONCE);
        bar.setBlockIncrement(Math.max(SCROLLED_AT_ONCE, seen * 0.8));
        bar.setValue(Math.clamp(bar.getValue(), 0, Math.max(0, most)));
    }

    /** Returns a heading of a section, as side panels have them. */
    public static Label heading(String text) {
        return label(text.toUpperCase(Locale.ROOT), "bh-section-heading");
    }

    /** Returns a row; where it is narrow its buttons keep their words and other things give way. */
    public static HBox row(String style, Node... children) {
        HBox box = new HBox(children);
        for (Node child : children) {
            boolean button = child instanceof Button || child instanceof ToggleButton;
            if (button && ((Region) child).getMinWidth() == Region.USE_COMPUTED_SIZE) {
                ((Region) child).setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        box.getStyleClass().add(style);
        return box;
    }

    /** Returns a column. */
    public static VBox column(String style, Node... children) {
        VBox box = new VBox(children);
        box.getStyleClass().add(style);
        return box;
    }

    /** Returns the style class that stands for a value of an enumeration. */
    public static String styleClass(Enum<?> value) {
        return "bh-" + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        dot.getStyleClass().add("bh-dot");
        dot.getStyleClass().addAll(styles);
        return dot;
    }

    /** Shows or hides a node, giving its space away while it is hidden. */
    public static void present(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /**
     * Does something, once, when a node is shown for the first time.
     *
     * <p>What is filled only then costs a start nothing: styles are worked out for hidden nodes too.
     */
    public static void whenFirstShown(Node node, Runnable fill) {
        if (node.isVisible()) {
            fill.run();
            return;
        }
        Subscription[] once = new Subscription[1];
        once[0] = node.visibleProperty().subscribe((was, shown) -> {
            once[0].unsubscribe();
            fill.run();
        });
    }

    /** Returns whether a node is another one or stands in it. */
    public static boolean within(Node node, Node around) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent).anyMatch(around::equals);
    }
}
