package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.aim.GestureFigures;
import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.model.CentreView;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/**
 * What a screen reader is told, and a hand that is not steady hits: everything that can take the focus has a name and says what
 * it is, and what is pressed is large enough.
 */
@WithWindow
class AccessibilityIT {

    @Test
    void whateverTakesTheFocusHasANameAndARoleAndIsLargeEnough(TestWindow window) {
        SortedSet<String> silent = new TreeSet<>();
        look(window, "start page", silent);
        window.openSample();
        window.run(() -> window.context().project().apply(new TopologyEdit.Detach("sonarr", "media-network")));
        for (CentreView view : CentreView.values()) {
            window.run(() -> window.context().navigation().show(view));
            look(window, view.title(), silent);
        }
        window.run(() -> window.context().navigation().show(CentreView.MAP));
        for (BottomTab tab : BottomTab.values()) {
            window.run(() -> window.context().navigation().showTab(tab));
            look(window, "tab " + tab, silent);
        }
        for (Element.GraphElement element :
                new Element.GraphElement[] {Element.service("traefik"), Element.network("media-network")}) {
            window.run(() -> window.context().map().select(element));
            look(window, element.text(), silent);
        }
        window.click("#inspector-text");
        look(window, "text of the selection", silent);

        assertThat(silent).isEmpty();
    }

    /** Buttons, boxes and switches: what is pressed is 24 pixels wide and high (success criterion 2.5.8 of WCAG 2.2). */
    private static boolean small(Node node) {
        boolean pressed = node instanceof ButtonBase || node instanceof ComboBoxBase || node instanceof ToggleSwitch;
        // An arrow within another control belongs to that control.
        boolean part = node.getParent() instanceof Control;
        if (!pressed || part || node.isMouseTransparent()) {
            return false;
        }
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getWidth() > 0
                && (bounds.getWidth() < GestureFigures.TARGET - 0.5
                        || bounds.getHeight() < GestureFigures.TARGET - 0.5);
    }

    private static void look(TestWindow window, String where, SortedSet<String> silent) {
        window.settle();
        window.run(() -> walk(window.desktop().stage().getScene().getRoot(), where, silent));
    }

    private static void walk(Node node, String where, SortedSet<String> silent) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && !node.isDisabled()) {
            boolean named = name(node).filter(text -> !text.isBlank()).isPresent();
            AccessibleRole role = node.getAccessibleRole();
            boolean told = role != null && role != AccessibleRole.NODE && role != AccessibleRole.PARENT;
            if (!named || !told) {
                silent.add(where + ": " + node.getClass().getSimpleName() + " #" + node.getId() + " "
                        + node.getStyleClass() + (named ? "" : " has no name") + (told ? "" : " has no role"));
            }
        }
        if (small(node)) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            silent.add(where + ": " + node.getClass().getSimpleName() + " #" + node.getId() + " " + node.getStyleClass()
                    + " is " + Math.round(bounds.getWidth()) + " x " + Math.round(bounds.getHeight()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, where, silent));
        }
    }

    private static Optional<String> name(Node node) {
        Optional<String> said = Optional.ofNullable(node.getAccessibleText());
        return said.or(
                () -> node instanceof Labeled labeled ? Optional.ofNullable(labeled.getText()) : Optional.empty());
    }
}
