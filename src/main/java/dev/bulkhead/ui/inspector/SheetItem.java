package dev.bulkhead.ui.inspector;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.PropertyEditor;

/**
 * Row of a property sheet that hands a value on when it is complete, not at every key.
 *
 * @param name what stands before the field
 * @param help what it means
 * @param value its present value
 * @param field makes the node to edit it with
 */
record SheetItem(String name, String help, Object value, Supplier<Node> field) implements PropertySheet.Item {

    /** Returns a field of text, committed by Enter or by leaving it; Escape restores it. */
    static SheetItem text(
            String name,
            String help,
            String value,
            Function<String, Optional<String>> trouble,
            Consumer<String> commit) {
        return new SheetItem(name, help, value, () -> textField(name, value, trouble, commit));
    }

    /** Returns a switch. */
    static SheetItem toggle(String name, String help, boolean value, Consumer<Boolean> commit) {
        return new SheetItem(name, help, value, () -> {
            ToggleSwitch toggle = new ToggleSwitch();
            toggle.setSelected(value);
            toggle.setAccessibleText(name);
            toggle.setTooltip(new Tooltip(help));
            toggle.setId(id(name));
            toggle.selectedProperty().addListener((property, old, now) -> commit.accept(now));
            return toggle;
        });
    }

    /** Returns a value that is only shown. */
    static SheetItem fixed(String name, String value) {
        return new SheetItem(name, "", value, () -> {
            Label label = new Label(value);
            label.getStyleClass().addAll("bh-mono", "bh-fixed-value");
            return label;
        });
    }

    private static TextField textField(
            String name, String value, Function<String, Optional<String>> trouble, Consumer<String> commit) {
        TextField field = new TextField(value);
        field.setId(id(name));
        field.setAccessibleText(name);
        field.getStyleClass().add("bh-mono");
        Tooltip tooltip = new Tooltip();
        Runnable take = () -> {
            String text = field.getText().strip();
            if (!text.equals(value) && !text.isEmpty() && trouble.apply(text).isEmpty()) {
                commit.accept(text);
            }
        };
        field.textProperty().addListener((property, old, now) -> {
            Optional<String> wrong = now.strip().equals(value) ? Optional.empty() : trouble.apply(now.strip());
            field.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), wrong.isPresent());
            tooltip.setText(wrong.orElse(""));
            field.setTooltip(wrong.isPresent() ? tooltip : null);
        });
        field.setOnAction(event -> take.run());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.setText(value);
            }
        });
        field.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                take.run();
            }
        });
        return field;
    }

    private static String id(String name) {
        return "sheet-" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Returns the editor the sheet shows. */
    PropertyEditor<?> editor() {
        Node node = field.get();
        return new PropertyEditor<Object>() {
            @Override
            public Node getEditor() {
                return node;
            }

            @Override
            public Object getValue() {
                return value;
            }

            @Override
            public void setValue(Object ignored) {
                // The sheet is made anew when the network changes.
            }
        };
    }

    @Override
    public Class<?> getType() {
        return value.getClass();
    }

    @Override
    public String getCategory() {
        return "Network";
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDescription() {
        return help;
    }

    @Override
    public Object getValue() {
        return value;
    }

    @Override
    public void setValue(Object ignored) {
        // Edits go through the field itself.
    }

    @Override
    public Optional<ObservableValue<? extends Object>> getObservableValue() {
        return Optional.empty();
    }
}
