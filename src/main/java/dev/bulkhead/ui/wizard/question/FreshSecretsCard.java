package dev.bulkhead.ui.wizard.question;

import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Card of values that a run made in the place of others: masked until one is revealed, and gone once they were taken. */
public final class FreshSecretsCard extends VBox {

    private static final double FIELD = 340;
    private static final String MASK = "••••••••••••••••";

    /**
     * Shows values.
     *
     * @param values file to its new value
     * @param copy copies a value
     * @param taken called when the operator has them
     */
    public FreshSecretsCard(Map<String, String> values, Consumer<String> copy, Runnable taken) {
        getStyleClass().add("bh-card");
        setId("fresh-secrets");
        Button done = new Button(Words.of("freshsecretscard.i-have-them"), Glyph.DONE.icon());
        done.setId("fresh-secrets-taken");
        done.setOnAction(event -> taken.run());
        HBox head = Nodes.row(
                "bh-apply-head",
                Nodes.label(Words.of("freshsecretscard.new-values-shown-once"), "bh-card-title"),
                Nodes.spring(),
                done);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, Nodes.wrapped(Words.of("freshsecretscard.who-enters-one-of-them"), "bh-muted"));
        VBox rows = new VBox(6);
        values.forEach((file, value) -> rows.getChildren().add(row(file, value, copy)));
        getChildren().add(SecretRows.of(rows));
    }

    private static HBox row(String file, String value, Consumer<String> copy) {
        TextField shown = new TextField(MASK);
        shown.setId("fresh-" + file);
        shown.setEditable(false);
        shown.setAccessibleText(Words.of("freshsecretscard.the-new-value-of", file));
        shown.getStyleClass().add("bh-mono");
        ToggleButton reveal = new ToggleButton(Words.of("freshsecretscard.show"));
        reveal.setId("reveal-" + file);
        reveal.selectedProperty().subscribe(open -> {
            shown.setText(open ? value : MASK);
            reveal.setText(open ? Words.of("freshsecretscard.hide") : Words.of("freshsecretscard.show"));
        });
        Button copied = new Button(Words.of("freshsecretscard.copy"), Glyph.COPY.icon());
        copied.setId("copy-" + file);
        copied.setOnAction(event -> copy.accept(value));
        Label name = Nodes.label(file, "bh-mono");
        StackPane field = new StackPane(shown);
        field.setMinWidth(FIELD);
        HBox row = Nodes.row("bh-apply-head", name, Nodes.spring(), field, reveal, copied);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
