package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * Field of text with what is wrong below it; Enter or leaving it completes it, Escape restores what the files say. Of several
 * lines, Ctrl+Enter completes.
 */
final class TextRow extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    TextRow(FormItem.Text item, FormActions actions) {
        getStyleClass().add("bh-text-row");
        FieldModel model = new FieldModel(item, actions);
        TextInputControl field = item.lines() ? area(item) : new TextField(item.value());
        field.setId("sheet-" + item.id());
        // What the files say, for whoever makes the form anew while somebody types.
        field.setUserData(item.value());
        field.setPromptText(item.prompt());
        field.setAccessibleText(item.name());
        field.setAccessibleHelp(item.help());
        field.setTooltip(FormView.tooltip(item.help()));
        field.getStyleClass().add("bh-mono");
        Label told = Nodes.wrapped("", "bh-field-told");
        told.setId("told-" + item.id());
        Nodes.present(told, false);
        getChildren().addAll(field, told);
        item.suggestion().ifPresent(value -> {
            Button take = new Button(Words.of("textrow.use", value));
            take.setId("suggest-" + item.id());
            take.getStyleClass().addAll("small", "flat", "bh-suggestion");
            take.setMnemonicParsing(false);
            take.setAccessibleText(Words.of("textrow.use-which-is-free", value));
            take.setTooltip(FormView.tooltip(Words.of("textrow.is-free-take-it", value)));
            take.setOnAction(event -> {
                field.setText(value);
                model.commit();
            });
            getChildren().add(1, take);
        });
        model.toldProperty().subscribe(now -> {
            field.pseudoClassStateChanged(DANGER, now.forbids());
            told.setText(now.sentence());
            told.getStyleClass().setAll("label", "bh-field-told", now.forbids() ? "bh-form-trouble" : "bh-muted");
            Nodes.present(told, !now.sentence().isEmpty());
        });
        field.textProperty().addListener((property, old, now) -> model.typed(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(item.value())) {
                field.setText(item.value());
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && (!item.lines() || event.isShortcutDown())) {
                model.commit();
                event.consume();
            }
        });
        field.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                model.commit();
            }
        });
    }

    private static TextArea area(FormItem.Text item) {
        TextArea area = new TextArea(item.value());
        area.setPrefRowCount(Math.clamp(Entries.lines(item.value()).size(), 1, 6));
        return area;
    }
}
