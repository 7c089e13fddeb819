package dev.bulkhead.ui.canvas;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;

/**
 * Speaker of what moves and refusals come to, for those who hear the map: a line that nobody sees, whose every change screen
 * readers are told of. They listen to what has the focus, so that says it as well.
 */
final class Announcer {

    private final Label line = new Label();

    Announcer() {
        line.setId("map-status");
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.setOpacity(0);
        line.resize(1, 1);
    }

    /** Returns the line. */
    Node node() {
        return line;
    }

    /** Says something, once: while a card is carried the same words come with every move of the hand. */
    void say(String words) {
        if (words.equals(line.getText())) {
            return;
        }
        line.setText(words);
        line.setAccessibleText(words);
        line.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        Node focused = line.getScene() == null ? null : line.getScene().getFocusOwner();
        if (focused != null) {
            focused.setAccessibleHelp(words);
            focused.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
        }
    }

    /** Lets the same words be said again. */
    void rest() {
        line.setText("");
    }
}
