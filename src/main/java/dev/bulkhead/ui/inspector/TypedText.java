package dev.bulkhead.ui.inspector;

import dev.bulkhead.ui.theme.Nodes;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;

/**
 * Text that is being typed while the inspector is made anew: focus, caret and what is not complete yet go over to the field of
 * the same name.
 *
 * @param id the field that has the focus; empty for none
 * @param text what stands in it and is not what the files say; empty where it is no field of text, or unchanged
 */
record TypedText(Optional<String> id, Optional<String> text, int caret) {

    /** Takes what is typed out of a part of the window, so that the field does not complete it as it goes. */
    static TypedText of(Parent part) {
        Optional<Node> focused = Optional.ofNullable(part.getScene())
                .map(Scene::getFocusOwner)
                .filter(owner -> owner.getId() != null && Nodes.within(owner, part));
        Optional<TextInputControl> field =
                focused.filter(TextInputControl.class::isInstance).map(TextInputControl.class::cast);
        int caret = field.map(TextInputControl::getCaretPosition).orElse(0);
        Optional<String> typed = field.filter(
                        control -> control.getUserData() instanceof String said && !said.equals(control.getText()))
                .map(TextInputControl::getText);
        field.filter(control -> typed.isPresent())
                .ifPresent(control -> control.setText(String.valueOf(control.getUserData())));
        return new TypedText(focused.map(Node::getId), typed, caret);
    }

    /** Puts it into the field of the same name; what was offered and is taken leads to its field. */
    void restore(Parent part) {
        id.flatMap(name -> Stream.of(name, name.replace("suggest-", "sheet-"))
                        .flatMap(one -> named(part, one).stream())
                        .findFirst())
                .ifPresent(this::restore);
    }

    /** Names of networks have dots, which a selector would take for something else. */
    private static Optional<Node> named(Node part, String id) {
        if (id.equals(part.getId())) {
            return Optional.of(part);
        }
        return part instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> named(child, id).stream())
                        .findFirst()
                : Optional.empty();
    }

    private void restore(Node field) {
        field.requestFocus();
        if (field instanceof TextInputControl control) {
            text.ifPresent(control::setText);
            control.positionCaret(Math.min(caret, control.getLength()));
        }
    }
}
