package dev.bulkhead.ui.canvas.over;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;

/**
 * Speaker of what moves and refusals come to, for those who hear the map: a line that nobody sees, whose every change screen
 * readers are told of. They listen to what has the focus, so that says it as well.
 */
public final class Announcer {

    private final Label line = new Label();

    /** Makes a speaker that has said nothing yet. */
    public Announcer() {
        line.setId("map-status");
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.setOpacity(0);
        line.resize(1, 1);
    }

    /** Returns the line. */
    public Node node() {
        return line;
    }

    /** Says something, once: while a card is carried the same words come with every move of the hand. */
    public void say(String words) {
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

    /** Returns whether nothing was said, or the same may be said again. */
    boolean silent() {
        return line.getText().isEmpty();
    }

    /** Lets the same words be said again. */
    public void rest() {
        line.setText("");
    }
}
