package dev.bulkhead.ui.dialog;

import atlantafx.base.controls.ModalPane;
import dev.bulkhead.ui.manual.ManualTopics;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Dialogs over the window; the work behind waits but stays visible. */
public final class Dialogs {

    private final ModalPane pane = new ModalPane();
    private final Region behind;

    /** Lays the dialogs over a node; show {@link #layer()} instead of it. */
    public Dialogs(Region behind) {
        this.behind = behind;
        pane.setPersistent(true);
        pane.setAccessibleRole(AccessibleRole.DIALOG);
        pane.setAccessibleText(Words.of("dialogs.question"));
        // With nothing to ask it is no stop on the way of the Tab key.
        pane.focusTraversableProperty().bind(pane.displayProperty());
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
    }

    /** Returns the node with the dialogs over it. */
    public StackPane layer() {
        StackPane layer = new StackPane(behind, pane);
        layer.getStyleClass().add("bh-window-layer");
        pane.displayProperty().addListener((property, old, shown) -> behind.setFocusTraversable(!shown));
        layer.sceneProperty().addListener((property, old, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((p, o, owner) -> keepFocus(owner));
            }
        });
        return layer;
    }

    /** Whether a question is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return pane.displayProperty();
    }

    /** Asks a question. */
    public void ask(String title, String text, List<Choice> choices) {
        show(title, text, Optional.empty(), new SimpleBooleanProperty(true), choices);
    }

    /**
     * Shows a form or a page of text.
     *
     * @param content stands between the text and the buttons; its first control gets the focus
     * @param valid whether the default answer can be given
     */
    public void form(String title, String text, Node content, ObservableValue<Boolean> valid, List<Choice> choices) {
        show(title, text, Optional.of(content), valid, choices);
    }

    /** Takes the question away without an answer. */
    public void close() {
        pane.hide(true);
        behind.requestFocus();
    }

    private void show(
            String title, String text, Optional<Node> content, ObservableValue<Boolean> valid, List<Choice> choices) {
        VBox card = Nodes.column("bh-dialog-card", Nodes.label(title, "bh-dialog-title"));
        card.setAccessibleText(title);
        if (!text.isEmpty()) {
            Label words = Nodes.wrapped(text, "bh-dialog-text");
            card.getChildren().add(words);
        }
        content.ifPresent(card.getChildren()::add);
        content.ifPresent(node -> ManualTopics.tellAs(card, node));
        HBox buttons = Nodes.row("bh-dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        choices.forEach(choice -> buttons.getChildren().add(button(choice, valid)));
        card.getChildren().add(buttons);
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> enter(event, buttons));
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> escape(event, buttons));
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pane.show(card);
        // what a scroll pane holds can take the focus only once its skin is there
        card.applyCss();
        focusFirst(content.<Node>map(c -> c).orElse(buttons), buttons);
    }

    private Button button(Choice choice, ObservableValue<Boolean> valid) {
        Button button = new Button(choice.text());
        button.setOnAction(event -> {
            close();
            choice.run().run();
        });
        switch (choice.kind()) {
            case DEFAULT -> {
                button.setDefaultButton(true);
                button.getStyleClass().add("accent");
                button.disableProperty().bind(valid.map(ok -> !ok));
            }
            case DANGER -> button.getStyleClass().addAll("danger", "button-outlined");
            case CANCEL -> button.setCancelButton(true);
            case OTHER -> {}
        }
        return button;
    }

    /** Enter answers the question, also where it would toggle the box that has the focus. */
    private static void enter(KeyEvent event, HBox buttons) {
        boolean box = event.getTarget() instanceof CheckBox || event.getTarget() instanceof RadioButton;
        if (event.getCode() != KeyCode.ENTER || !box) {
            return;
        }
        event.consume();
        buttons.getChildren().stream()
                .filter(node -> node instanceof Button button && button.isDefaultButton() && !button.isDisabled())
                .findFirst()
                .ifPresent(button -> ((Button) button).fire());
    }

    /** Escape calls the question off, or takes its only answer, also out of a box that would keep the key for itself. */
    private static void escape(KeyEvent event, HBox buttons) {
        boolean listing = event.getTarget() instanceof ComboBoxBase<?> box && box.isShowing();
        if (event.getCode() != KeyCode.ESCAPE || listing) {
            return;
        }
        buttons.getChildren().stream()
                .map(Button.class::cast)
                .filter(button ->
                        button.isCancelButton() || buttons.getChildren().size() == 1)
                .filter(button -> !button.isDisabled())
                .findFirst()
                .ifPresent(button -> {
                    event.consume();
                    button.fire();
                });
    }

    private void focusFirst(Node content, HBox buttons) {
        Optional<Node> first = focusable(content);
        first.or(() -> buttons.getChildren().stream()
                        .filter(n -> n instanceof Button b && b.isDefaultButton())
                        .findFirst())
                .or(() -> buttons.getChildren().stream().findFirst())
                .ifPresent(Node::requestFocus);
    }

    private void keepFocus(Node owner) {
        Node card = pane.getContent();
        if (!pane.isDisplay() || card == null || owner == null) {
            return;
        }
        for (Node node = owner; node != null; node = node.getParent()) {
            if (card.equals(node)) {
                return;
            }
        }
        focusable(card).ifPresent(Node::requestFocus);
    }

    private static Optional<Node> focusable(Node node) {
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            return focusable(scroll.getContent());
        }
        if (node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .map(Dialogs::focusable)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.empty();
    }
}
