package dev.bulkhead.ui.inspector.form;

import atlantafx.base.controls.ToggleSwitch;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.ui.theme.Nodes;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** View of a form: each line a name with what it means as tooltip, and the field that changes it. */
public final class FormView extends VBox {

    /** Width of a form, in pixels, below which fields stand below their names. */
    private static final double NARROW = 260;
    /** Width of a name with its gap, in pixels, as the style sheet has it, and least width of a field. */
    private static final double NAME = 113;

    private static final double LEAST = 90;

    private final FormActions actions;

    /** Shows the lines of a form. */
    public FormView(String id, List<FormItem> items, FormActions actions) {
        this.actions = actions;
        setId(id);
        getStyleClass().add("bh-inspector-form");
        items.forEach(item -> getChildren().add(line(item)));
    }

    private Node line(FormItem item) {
        Label name = Nodes.label(item.name(), "bh-field-name");
        if (!item.help().isEmpty()) {
            name.setTooltip(tooltip(item.help()));
        }
        Region field = field(item);
        boolean below = item instanceof FormItem.Text text && text.lines();
        if (below) {
            return Nodes.column("bh-field-lines", name, field);
        }
        if (item instanceof FormItem.Text || item instanceof FormItem.Choice) {
            return fitting(name, field);
        }
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = Nodes.row("bh-field-line", name, field);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    /** Returns a line whose field stands below its name where beside it there is not room enough to read a subnet. */
    private Node fitting(Label name, Region field) {
        field.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(LEAST, getWidth() < NARROW ? getWidth() : getWidth() - NAME), widthProperty()));
        FlowPane line = new FlowPane(name, field);
        line.getStyleClass().add("bh-field-fitted");
        line.prefWrapLengthProperty().bind(widthProperty());
        return line;
    }

    private Region field(FormItem item) {
        return switch (item) {
            case FormItem.Text text -> new TextRow(text, actions);
            case FormItem.Switch toggle -> toggle(toggle);
            case FormItem.Choice choice -> choice(choice);
            case FormItem.Fixed fixed -> Nodes.wrapped(fixed.value(), "bh-mono", "bh-fixed-value");
        };
    }

    private Region toggle(FormItem.Switch item) {
        ToggleSwitch toggle = new ToggleSwitch(item.on().isPresent() ? "" : "differs");
        toggle.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        toggle.setId("sheet-" + item.id());
        toggle.setSelected(item.on().orElse(false));
        toggle.setAccessibleText(item.name());
        toggle.setTooltip(tooltip(item.help()));
        toggle.setDisable(item.edit().isEmpty());
        boolean before = toggle.isSelected();
        // What was refused is shown as it is, not as it was wished.
        item.edit()
                .ifPresent(edit -> toggle.selectedProperty().addListener((property, old, now) -> {
                    if (now != before && !actions.apply(edit.apply(now))) {
                        toggle.setSelected(before);
                    }
                }));
        HBox box = new HBox(toggle);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Region choice(FormItem.Choice item) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("sheet-" + item.id());
        box.getItems().setAll(item.options());
        box.setValue(item.value());
        box.setAccessibleText(item.name());
        box.setTooltip(tooltip(item.help()));
        box.setMaxWidth(Double.MAX_VALUE);
        Label told = Nodes.wrapped("", "bh-field-told", "bh-form-trouble");
        Nodes.present(told, false);
        box.valueProperty().addListener((property, old, now) -> choose(item, box, told));
        return new VBox(box, told);
    }

    private void choose(FormItem.Choice item, ComboBox<String> box, Label told) {
        if (box.getValue().equals(item.value())) {
            Nodes.present(told, false);
            return;
        }
        ProjectEdit edit = item.edit().apply(box.getValue());
        actions.consider(edit, answer -> {
            answer.forbids().ifPresent(told::setText);
            Nodes.present(told, answer.forbids().isPresent());
            if (answer.forbids().isEmpty() && !actions.apply(edit)) {
                box.setValue(item.value());
            }
        });
    }

    static Tooltip tooltip(String words) {
        Tooltip tooltip = new Tooltip(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        return tooltip;
    }
}
