package dev.bulkhead.ui.canvas.gesture;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** Keys that change a gesture, as they are held, so that a change counts at once and not with the next move. */
final class HeldKeys {

    private boolean control;
    private boolean shift;
    private boolean space;
    private boolean alt;

    void install(Node node, Runnable onChange) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> changed(event.getCode(), true, onChange));
        node.addEventFilter(KeyEvent.KEY_RELEASED, event -> changed(event.getCode(), false, onChange));
        // Keys released while another window has the focus are not heard of.
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .addListener((property, old, now) -> forget());
    }

    private void forget() {
        control = false;
        shift = false;
        space = false;
        alt = false;
    }

    boolean control() {
        return control;
    }

    boolean shift() {
        return shift;
    }

    boolean space() {
        return space;
    }

    boolean alt() {
        return alt;
    }

    private void changed(KeyCode code, boolean held, Runnable onChange) {
        switch (code) {
            case CONTROL, COMMAND -> control = held;
            case SHIFT -> shift = held;
            case SPACE -> space = held;
            case ALT -> alt = held;
            default -> {
                return;
            }
        }
        onChange.run();
    }
}
