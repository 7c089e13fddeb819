package dev.bulkhead.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;

/** What of a window cannot be seen or read in its present width; what is scrolled or moved about is left out. */
final class Overhang {

    private final double width;
    private final List<String> found = new ArrayList<>();

    private Overhang(double width) {
        this.width = width;
    }

    /** Returns every control that reaches beyond the scene and every button whose words are cut. */
    static List<String> of(Scene scene) {
        Overhang overhang = new Overhang(scene.getWidth());
        overhang.visit(scene.getRoot());
        return overhang.found;
    }

    private void visit(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Control || node instanceof Text) {
            look(node);
        }
        boolean movable = node instanceof ScrollPane
                || node instanceof TableView
                || hasClass(node, "bh-map-view")
                || hasClass(node, "bh-code-pane");
        if (node instanceof Parent parent && !movable) {
            parent.getChildrenUnmodifiable().forEach(this::visit);
        }
    }

    private void look(Node node) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        if (at.getWidth() > 0 && (at.getMinX() < -1 || at.getMaxX() > width + 1)) {
            found.add("%s stands from %.0f to %.0f of %.0f".formatted(name(node), at.getMinX(), at.getMaxX(), width));
        }
        boolean ownWords = hasClass(node, "bh-project-switcher")
                || hasClass(node, "bh-problem-fix")
                || hasClass(node, "bh-worst-words");
        if (node instanceof ButtonBase button
                && !(button instanceof MenuButton)
                && !ownWords
                && button.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
                && button.getText() != null
                && !button.getText().isEmpty()
                && button.lookup(".text") instanceof Text words
                && !words.getText().equals(button.getText())) {
            found.add("%s reads \"%s\"".formatted(name(node), words.getText()));
        }
    }

    private static boolean hasClass(Node node, String styleClass) {
        return node.getStyleClass().contains(styleClass);
    }

    private static String name(Node node) {
        String words = node instanceof Labeled labeled ? labeled.getText() : node instanceof Text t ? t.getText() : "";
        String kind = node instanceof Label ? "label" : node.getClass().getSimpleName();
        return kind + (node.getId() == null ? "" : " #" + node.getId()) + " \"" + words + "\" " + node.getStyleClass();
    }
}
