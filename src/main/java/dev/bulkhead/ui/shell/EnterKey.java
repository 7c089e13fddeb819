package dev.bulkhead.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Enter on a control that has the focus: it presses that one. The toolkit leaves it to Space, and Enter presses the default
 * button of the page instead: whoever went to "Back" with Tab would have started the run.
 */
final class EnterKey {

    private EnterKey() {}

    /** Serves everything below a node. */
    static void serve(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean alone = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
            if (event.getCode() == KeyCode.ENTER
                    && alone
                    && event.getTarget() instanceof ButtonBase button
                    && presses(button)) {
                if (button instanceof MenuButton menu) {
                    menu.show();
                } else {
                    button.fire();
                }
                event.consume();
            }
        });
    }

    /** A box or a radio button is part of a form, which Enter sends off. */
    private static boolean presses(ButtonBase button) {
        return !(button instanceof CheckBox || button instanceof RadioButton);
    }
}
